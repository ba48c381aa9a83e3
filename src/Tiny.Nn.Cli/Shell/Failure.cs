using System.Globalization;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Shell;

/// <summary>What went wrong, in three lines: what, where, and what to do about it.</summary>
internal sealed record Failure(int ExitCode, string What, string Where, string Advice)
{
    internal static Failure Explain(Exception fault, IReadOnlyList<string> arguments) =>
        fault switch
        {
            UsageException usage => new(Shell.ExitCode.Usage, usage.What, usage.Where, usage.Advice),
            JobException job => new(job.ExitCode, job.What, job.Where, job.Advice),
            DisagreementException ranks => new(
                Shell.ExitCode.BrokenJob,
                ranks.Message,
                "the ranks of this job",
                "Look for a machine that computes wrongly, or for another version of a library there."
            ),
            CheckpointException checkpoint => new(
                Shell.ExitCode.Usage,
                checkpoint.What,
                checkpoint.Where,
                checkpoint.Advice
            ),
            OutputException output => new(Shell.ExitCode.Usage, output.What, output.Where, Advise(output)),
            DataException data => new(
                Shell.ExitCode.BadData,
                data.What,
                data.Where ?? "the data",
                (data.AdviceIn(AdviceWords.Flag) ?? "Correct the data.")
                    + (
                        data.Faults > 1 && arguments is not [CommandNames.Check, ..]
                            ? " All that is odd: tinynn check."
                            : ""
                    )
            ),
            ModelFormatException model => new(Shell.ExitCode.BadModel, model.What, model.Where, model.Advice),
            ExportException export => new(Shell.ExitCode.BadModel, export.What, export.Where, export.Advice),
            TrainingDivergedException diverged => new(
                Shell.ExitCode.Diverged,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Training diverged: the loss is {diverged.Loss}{(double.IsFinite(diverged.Loss) ? ", but its gradient is not finite" : "")}."
                ),
                $"step {diverged.Step} of training; nothing was saved",
                "Give a smaller --learning-rate, or --clip-norm 1."
            ),
            // A command's name comes first. Only train chooses how large a model is; the others take what they are given.
            OutOfMemoryException when arguments is not [CommandNames.Train, ..] => new(
                Shell.ExitCode.BadModel,
                "There is not enough memory for this model.",
                string.Join(' ', arguments),
                "Use a smaller model, or a smaller file of data."
            ),
            OutOfMemoryException => new(
                Shell.ExitCode.Usage,
                "There is not enough memory.",
                string.Join(' ', arguments),
                "Give smaller --hidden layers, a smaller --batch-size, or fewer rows."
            ),
            FileNotFoundException { FileName: { } part } => Incomplete(part),
            FileLoadException { FileName: { } part } => Incomplete(part),
            BadImageFormatException image => Incomplete(image.FileName ?? image.Message),
            IOException or UnauthorizedAccessException => new(
                Shell.ExitCode.Usage,
                $"The output could not be written: {fault.Message.TrimEnd('.')}.",
                "stdout",
                "Check the disk or the program that reads it."
            ),
            _ => new(
                Shell.ExitCode.Fault,
                $"Sorry, this is a fault of tinynn and not of yours: {fault.Message}",
                $"{fault.GetType().Name} in tinynn {PrintVersion.Version} {string.Join(' ', arguments.Take(1))}",
                "The same command with --debug shows the trace; please report it."
            ),
        };

    internal void Write(TextWriter messages)
    {
        messages.WriteLine($"error: {TerminalEscape.Line(What)}");
        messages.WriteLine($"  at: {TerminalEscape.Line(Where)}");
        messages.WriteLine($"  try: {TerminalEscape.Line(Advice)}");
    }

    /// <summary>The files that people name are opened elsewhere: what is not found here is an assembly.</summary>
    private static Failure Incomplete(string part) =>
        new(
            Shell.ExitCode.Fault,
            $"tinynn is not complete: {part.Split(',')[0]} is missing or damaged.",
            AppContext.BaseDirectory,
            "Install tinynn again."
        );

    private static string Advise(OutputException output) =>
        output.Fault == OutputFault.Exists ? "Choose another name, or replace it with --force." : output.Advice;
}
