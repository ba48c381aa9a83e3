using Tiny.Nn.Preprocessing;

namespace Tiny.Nn.Models;

/// <summary>What a model predicts.</summary>
/// <param name="Name">The target column's name.</param>
public abstract record ModelTarget(string Name)
{
    /// <summary>How many numbers a prediction has: one per class, or one.</summary>
    public abstract int Outputs { get; }
}

/// <summary>One of several classes; a prediction is a probability for each.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Classes">The classes' names. With two of them the network may have one output, the probability of the second.</param>
public sealed record ClassTarget(string Name, IReadOnlyList<string> Classes) : ModelTarget(Name)
{
    /// <inheritdoc/>
    public override int Outputs => Classes.Count;
}

/// <summary>A number.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Scaling">What made the training targets of mean 0 and deviation 1; predictions go the way back.</param>
public sealed record NumberTarget(string Name, Standardization Scaling) : ModelTarget(Name)
{
    /// <inheritdoc/>
    public override int Outputs => 1;
}
