using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Exercises;

/// <summary>Draws exercises from a traced step: kinds by turns, each question once.</summary>
internal static class ExerciseBook
{
    /// <summary>Draws exercises.</summary>
    /// <param name="trace">The step that they are about; its numbers are the answers.</param>
    /// <param name="kinds">What may be asked for.</param>
    /// <param name="count">How many are wanted: fewer where the step has no more.</param>
    /// <param name="generator">The source of random numbers.</param>
    /// <returns>In the order of <see cref="ExerciseKind"/>: forward comes before backward.</returns>
    public static IReadOnlyList<Exercise> Draw(
        StepTrace trace,
        IEnumerable<ExerciseKind> kinds,
        int count,
        Generator generator
    )
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(generator);
        ExerciseSource source = new(trace);
        List<Queue<Exercise>> waiting = [];
        foreach (ExerciseKind kind in kinds.Distinct().Order())
        {
            Exercise[] all = [.. source.All(kind)];
            generator.Shuffle<Exercise>(all);
            waiting.Add(new Queue<Exercise>(all));
        }
        Queue<Exercise>[] turns = [.. waiting];
        generator.Shuffle<Queue<Exercise>>(turns);
        List<Exercise> drawn = [];
        while (drawn.Count < count && turns.Any(queue => queue.Count > 0))
        {
            drawn.AddRange(turns.Where(queue => queue.Count > 0).Take(count - drawn.Count).Select(q => q.Dequeue()));
        }
        return [.. drawn.OrderBy(exercise => exercise.Kind)];
    }
}
