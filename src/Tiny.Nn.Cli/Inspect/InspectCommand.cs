using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Inspect;

/// <summary><c>tinynn inspect model</c>: what a model file holds.</summary>
internal static class InspectCommand
{
    internal static Command Create()
    {
        Argument<string> model = ModelSource.Argument();
        ExampledCommand command = new(
            "inspect",
            "Shows what a model is made of, and how it came to be.",
            ["tinynn inspect iris.tnn", "tinynn inspect iris.tnn --json", "cat iris.tnn | tinynn inspect -"]
        )
        {
            model,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        };
        command.SetAction(parsed => Run(new Session(parsed), parsed.GetRequiredValue(model)));
        return command;
    }

    private static int Run(Session session, string path)
    {
        session.Show("inspect", ModelDescription.Of(ModelSource.Load(path), path));
        return ExitCode.Success;
    }
}
