using System.CommandLine;
using Tiny.Nn.Cli.Flags;

namespace Tiny.Nn.Cli.Plots;

/// <summary><c>tinynn plot …</c>: pictures to learn from.</summary>
internal static class PlotCommand
{
    internal static Command Create()
    {
        ExampledCommand command = new(
            "plot",
            "Draws pictures to learn from, as SVG or in the terminal.",
            ["tinynn plot functions -o functions.svg", "tinynn plot history iris.tnn --terminal"]
        )
        {
            FunctionsCommand.Create(),
            HistoryCommand.Create(),
            BoundaryCommand.Create(),
            FlowCommand.Create(),
            RaceCommand.Create(),
        };
        return command;
    }
}
