using System.Collections.Immutable;
using System.Globalization;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>How much the rows of each class count in training. Reports count every row the same, whatever was trained with.</summary>
public abstract record ClassWeighting
{
    private protected ClassWeighting() { }

    /// <summary>Every row counts the same.</summary>
    public static ClassWeighting None { get; } = new EqualWeighting();

    /// <summary>Every class counts the same, however rare: cₖ = n/(K·nₖ) of the training rows.</summary>
    public static ClassWeighting Balanced { get; } = new BalancedWeighting();

    /// <summary>Weights that are given by the classes' names; a class without one has weight 1.</summary>
    /// <exception cref="ArgumentException">A weight is negative or not finite.</exception>
    public static ClassWeighting Given(IEnumerable<KeyValuePair<string, double>> weights) =>
        new GivenWeighting(weights.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>The weight of each class; null where all count the same.</summary>
    /// <param name="classes">The classes' names.</param>
    /// <param name="counts">How many training rows each class has.</param>
    internal abstract double[]? ForClasses(IReadOnlyList<string> classes, IReadOnlyList<int> counts);

    /// <summary>The same where classes have other names: those of their levels, say.</summary>
    internal virtual ClassWeighting Named(Func<string, string> name) => this;
}

/// <summary>Every row counts the same.</summary>
internal sealed record EqualWeighting : ClassWeighting
{
    internal override double[]? ForClasses(IReadOnlyList<string> classes, IReadOnlyList<int> counts) => null;

    public override string ToString() => "none";
}

/// <summary>cₖ = n/(K·nₖ).</summary>
internal sealed record BalancedWeighting : ClassWeighting
{
    internal override double[] ForClasses(IReadOnlyList<string> classes, IReadOnlyList<int> counts)
    {
        double rows = counts.Sum();
        return [.. counts.Select(count => count == 0 ? 0 : rows / (counts.Count * (double)count))];
    }

    public override string ToString() => "balanced";
}

/// <summary>cₖ by name.</summary>
internal sealed record GivenWeighting : ClassWeighting
{
    private readonly ImmutableSortedDictionary<string, double> weights;

    internal GivenWeighting(ImmutableSortedDictionary<string, double> weights)
    {
        if (weights.Values.Any(weight => !double.IsFinite(weight) || weight < 0))
        {
            throw new ArgumentException("A weight is finite and not negative.", nameof(weights));
        }
        this.weights = weights;
    }

    /// <summary>The classes that have a weight.</summary>
    internal IEnumerable<string> Names => weights.Keys;

    internal override ClassWeighting Named(Func<string, string> name) =>
        weights.Keys.Select(name).Distinct(StringComparer.Ordinal).Count() < weights.Count
            ? this
            : Given(weights.Select(pair => KeyValuePair.Create(name(pair.Key), pair.Value)));

    internal override double[] ForClasses(IReadOnlyList<string> classes, IReadOnlyList<int> counts)
    {
        foreach (string name in weights.Keys)
        {
            if (!classes.Contains(name))
            {
                throw new DataException(
                    $"A weight is given for {Excerpt.Quote(name)}, which is no class.",
                    null,
                    $"{Closest.Meant(name, classes, Excerpt.Quote)}The classes are: {Excerpt.List(classes)}."
                );
            }
        }
        return [.. classes.Select(name => weights.GetValueOrDefault(name, 1))];
    }

    public override string ToString() =>
        NameList.Write(weights.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
}
