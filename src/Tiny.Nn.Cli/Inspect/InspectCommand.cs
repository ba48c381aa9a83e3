using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Drawing;

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
        Model<float> model = ModelSource.Load(path);
        if (session.IsJson)
        {
            JsonDocuments.Write(session.Output, JsonModel.Create(model, path));
        }
        else
        {
            new ModelTables(session.Tables()).Write(model);
        }
        return ExitCode.Success;
    }
}
