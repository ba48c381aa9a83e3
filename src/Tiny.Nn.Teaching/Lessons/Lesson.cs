using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>What the teaching commands show: a small network in double, and samples as it sees them.</summary>
/// <param name="Network">With the weights before the step.</param>
/// <param name="Loss">What compares its answers with the targets.</param>
/// <param name="Recipe">Optimizer, penalty, clipping and seed.</param>
/// <param name="Samples">All samples that there are.</param>
/// <param name="Batch">Those that were asked for, in that order.</param>
internal sealed record Lesson(
    SequentialNetwork<double> Network,
    Loss Loss,
    Recipe Recipe,
    Dataset<double> Samples,
    Dataset<double> Batch
)
{
    /// <summary>Where the samples come from.</summary>
    internal required string Source { get; init; }

    /// <summary>What each number that goes in is called.</summary>
    internal required IReadOnlyList<string> InputNames { get; init; }

    /// <summary>What each number that comes out is called: a class, or a target.</summary>
    internal required IReadOnlyList<string> OutputNames { get; init; }

    /// <summary>Which rows of the data the batch is, from 1 on; of typed samples, their number.</summary>
    internal required IReadOnlyList<int> Rows { get; init; }

    /// <summary>How long a training by this recipe would be.</summary>
    internal TrainingLength Length => TrainingLength.Of(Samples.Count, Recipe.BatchSize, Recipe.Epochs);

    /// <summary>What the batch was before its numbers were brought to one scale; null where they stand as they were given.</summary>
    internal LessonScaling? Scaling { get; init; }

    /// <summary>The lines of the file that these rows stand on; empty where the samples were typed.</summary>
    internal IReadOnlyList<long> Lines { get; init; } = [];
}
