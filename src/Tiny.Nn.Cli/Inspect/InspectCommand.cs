using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Inspect;

/// <summary><c>tinynn inspect model</c>: what a model file holds.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        Argument<string> model = ModelSource.Argument();
        MemberOption member = new();
        ExampledCommand command = new(
            "inspect",
            "Shows what a model is made of, and how it came to be.",
            ["tinynn inspect iris.tnn", "tinynn inspect iris.tnn --json", "cat iris.tnn | tinynn inspect -"]
        )
        {
            model,
            member.Flag,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        };
        command.SetAction(parsed =>
            Run(
                new Session(parsed) { Language = LanguageFlag.Read(parsed) },
                parsed.GetRequiredValue(model),
                read => member.Choose(parsed, read)
            )
        );
        return command;
    }

    private static int Run(Session session, string path, Func<Model<float>, Model<float>> choose)
    {
        session.Show("inspect", ModelDescription.Of(choose(ModelSource.Load(path)), path));
        return ExitCode.Success;
    }
}
