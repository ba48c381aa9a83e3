namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>Gives vectors their places in scratch memory: those that are never needed at the same time may share one.</summary>
internal static class ScratchMemory
{
    /// <summary>Places all vectors of a width.</summary>
    /// <returns>How many numbers of memory they need together.</returns>
    internal static int Place(IReadOnlyList<Step> steps, Width width)
    {
        Dictionary<Vector, (int First, int Last)> lives = [];
        foreach ((int time, Step step) in steps.Index())
        {
            foreach (Vector vector in step.Sources.Append(step.Target.Vector))
            {
                if (vector.Place == Plans.Place.Scratch && vector.Width == width)
                {
                    lives[vector] = (lives.GetValueOrDefault(vector, (First: time, Last: time)).First, time);
                }
            }
        }
        List<Vector> placed = [];
        int end = 0;
        foreach ((Vector vector, (int first, int last)) in lives.OrderBy(life => life.Value.First))
        {
            IEnumerable<Vector> beside = placed
                .Where(other => lives[other].Last >= first && lives[other].First <= last)
                .OrderBy(other => other.Offset);
            int offset = 0;
            foreach (Vector other in beside)
            {
                if (other.Offset - offset >= vector.Length)
                {
                    break;
                }
                offset = Math.Max(offset, other.Offset + other.Length);
            }
            vector.Offset = offset;
            placed.Add(vector);
            end = Math.Max(end, offset + vector.Length);
        }
        return end;
    }
}
