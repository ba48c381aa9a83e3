using System.Text;

namespace Tiny.Nn.Checkpoints;

/// <summary>A training from its beginning, or from where it stood, to its end or an interruption; on the way its state is kept.</summary>
internal static class Resuming
{
    /// <summary>Makes the steps that are left.</summary>
    /// <param name="checkpoint">Where the state is kept; null for nowhere.</param>
    /// <param name="training">What was just begun.</param>
    /// <param name="progress">Is told of every epoch from there on.</param>
    /// <param name="cancellation">Ends it after the step under way; the state is kept once more.</param>
    /// <exception cref="InvalidDataException">What was kept is of another training.</exception>
    internal static void Run<TReport>(
        this ICheckpoint? checkpoint,
        IUnderWay<TReport> training,
        IProgress<TReport>? progress,
        CancellationToken cancellation
    )
        where TReport : class
    {
        checkpoint?.Resume(training);
        while (!training.IsOver && !cancellation.IsCancellationRequested)
        {
            if (training.Step() is { } report)
            {
                progress?.Report(report);
            }
            if (checkpoint?.IsDue == true)
            {
                checkpoint.Keep(training);
            }
        }
        checkpoint?.Keep(training);
        if (!training.IsOver)
        {
            training.Cancel();
        }
    }

    /// <summary>Keeps where a training stands.</summary>
    private static void Keep(this ICheckpoint checkpoint, IResumable training) =>
        checkpoint.Keep(stream =>
        {
            using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
            training.Save(writer);
        });

    /// <summary>Brings a training that was just begun to where it stood; where nothing was kept it stays as it is.</summary>
    /// <exception cref="InvalidDataException">What was kept is of another training.</exception>
    private static void Resume(this ICheckpoint checkpoint, IResumable training)
    {
        using Stream? stream = checkpoint.Open();
        if (stream is null)
        {
            return;
        }
        try
        {
            using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
            training.Restore(reader);
        }
        catch (EndOfStreamException fault)
        {
            throw new InvalidDataException("The state that was kept has no end.", fault);
        }
        if (stream.ReadByte() >= 0)
        {
            throw new InvalidDataException("The state that was kept is of another training: it is longer.");
        }
    }
}
