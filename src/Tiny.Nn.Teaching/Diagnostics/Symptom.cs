namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>Something that is wrong with a training, with its evidence.</summary>
/// <param name="Kind">What.</param>
/// <param name="Evidence">The numbers that say so.</param>
public sealed record Symptom(SymptomKind Kind, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Where: layers, inputs or samples; empty where it is no matter of one place.</summary>
    public IReadOnlyList<SymptomPlace> Places { get; init; } = [];

    /// <summary>What it is, by which numbers, and in how many places.</summary>
    public override string ToString()
    {
        string places = Places.Count == 0 ? "" : $" in {Places.Count} places";
        return $"{Kind}{places}: {string.Join(", ", Evidence)}";
    }

    /// <summary>A number of the evidence.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public double this[string name] =>
        Evidence.FirstOrDefault(evidence => evidence.Name == name)?.Value
        ?? throw new KeyNotFoundException($"There is no evidence \"{name}\" of {Kind}.");
}

/// <summary>A number that a symptom is seen by.</summary>
/// <param name="Name">Lower case, with underscores: as it stands in documents.</param>
/// <param name="Value">What was measured.</param>
public sealed record Evidence(string Name, double Value)
{
    /// <summary>Name and number, in the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name} {Value:G4}");
}

/// <summary>Where a symptom shows.</summary>
public abstract record SymptomPlace;

/// <summary>A dense layer.</summary>
/// <param name="Layer">Its number, from 1 on.</param>
/// <param name="Value">What was measured there: a share, or the size of δ.</param>
public sealed record LayerPlace(int Layer, double Value) : SymptomPlace
{
    /// <summary>The layer and what was measured, in the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"layer {Layer}: {Value:G4}");
}

/// <summary>An input of the network.</summary>
/// <param name="Input">Its number, from 0 on.</param>
/// <param name="Mean">Over the samples.</param>
/// <param name="Deviation">Standard deviation over the samples.</param>
public sealed record InputPlace(int Input, double Mean, double Deviation) : SymptomPlace
{
    /// <summary>Root mean square: how large the input is.</summary>
    public double Size => Math.Sqrt(Mean * Mean + Deviation * Deviation);

    /// <summary>The input and what was measured, in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"input {Input}: mean {Mean:G4}, deviation {Deviation:G4}");
}

/// <summary>A sample.</summary>
/// <param name="Sample">Its number in the training data, from 0 on.</param>
/// <param name="Label">The class that it is said to be of, from 0 on.</param>
/// <param name="Predicted">The class that the network took it for most often.</param>
/// <param name="Probability">What the network gave its own class, the mean over the epochs.</param>
/// <param name="Share">The share of epochs in which the network was sure of another class.</param>
public sealed record SamplePlace(int Sample, int Label, int Predicted, double Probability, double Share) : SymptomPlace
{
    /// <summary>The sample and what was measured, in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"sample {Sample}: of class {Label}, which got {Probability:G4}, taken for {Predicted} in {Share:G4} of the epochs"
        );
}
