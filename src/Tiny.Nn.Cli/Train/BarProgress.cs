using Spectre.Console;
using Tiny.Nn.Teaching.Drawing.Results;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>A bar that moves, with the losses and the time left: for terminals.</summary>
internal sealed class BarProgress(IAnsiConsole console, Course course) : Progress
{
    internal override TResult While<TResult>(Func<IProgress<EpochReport>, TResult> train) =>
        console
            .Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .Start(context =>
                train(
                    new Bar(
                        context.AddTask(
                            ResultWords.Of("training", course.Language),
                            maxValue: Math.Max(1, course.Epochs)
                        ),
                        course
                    )
                )
            );

    private sealed class Bar(ProgressTask task, Course course) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            task.Description = Describe(value, course);
            task.Value = value.Epoch;
        }
    }
}
