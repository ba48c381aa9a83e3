namespace Tiny.Nn.Schedules;

/// <summary>How often a loss went some epochs without falling below its lowest. Each loss is looked at once, however long the training.</summary>
internal sealed class PlateauCount
{
    private object? owner;
    private int first;
    private int read;
    private double lowest = double.PositiveInfinity;
    private int since;
    private int drops;

    /// <summary>This count where it is that of a schedule, or nobody's yet; else a new one.</summary>
    /// <param name="schedule">Whose.</param>
    /// <param name="epochs">How many epochs of the training were over when the schedule began.</param>
    internal PlateauCount Of(object schedule, int epochs)
    {
        if (owner is null)
        {
            (owner, first) = (schedule, epochs);
        }
        return ReferenceEquals(owner, schedule) && first == epochs ? this : new PlateauCount();
    }

    /// <summary>Goes on to the end of the losses.</summary>
    /// <param name="losses">Those that were read before, and perhaps more.</param>
    /// <param name="patience">How many epochs, the same each time.</param>
    /// <returns>The number of such times so far.</returns>
    internal int Read(ReadOnlySpan<double> losses, int patience)
    {
        foreach (double loss in losses[read..])
        {
            since = loss < lowest ? 0 : since + 1;
            lowest = loss < lowest ? loss : lowest;
            if (since == patience)
            {
                drops++;
                since = 0;
            }
        }
        read = losses.Length;
        return drops;
    }
}
