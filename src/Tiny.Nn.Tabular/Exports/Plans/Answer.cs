namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>What the answer of a plan means.</summary>
/// <param name="Name">The target column's name.</param>
internal abstract record Answer(string Name)
{
    /// <summary>How many numbers it has.</summary>
    internal abstract int Length { get; }
}

/// <summary>A number.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Unit">What it is measured in; null where nobody said.</param>
internal sealed record NumberAnswer(string Name, string? Unit) : Answer(Name)
{
    internal override int Length => 1;
}

/// <summary>A probability for each class.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Classes">The classes' names.</param>
/// <param name="Positive">The class whose probability is compared with the threshold; null where the most probable class is meant.</param>
/// <param name="Threshold">Above which probability that class is meant; of two classes it is it, or the other.</param>
internal sealed record ClassAnswer(string Name, IReadOnlyList<string> Classes, int? Positive, double Threshold)
    : Answer(Name)
{
    internal override int Length => Classes.Count;
}
