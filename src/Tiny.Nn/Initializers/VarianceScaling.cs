using Tiny.Nn.Numerics;

namespace Tiny.Nn.Initializers;

/// <summary>Independent draws around 0 with a variance that the size of the layer sets.</summary>
internal abstract record VarianceScaling(string Label, LayerVariance Variance) : Initializer
{
    public sealed override string Name => Label;

    public sealed override void Fill<T>(Matrix<T> weights, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        double sigma = Math.Sqrt(Variance(weights.Columns, weights.Rows));
        foreach (ref T weight in weights.Values)
        {
            weight = T.CreateTruncating(sigma * Draw(generator));
        }
    }

    /// <summary>A draw with mean 0 and variance 1.</summary>
    protected abstract double Draw(Generator generator);
}

/// <summary>w ~ N(0, σ²).</summary>
internal sealed record ScaledNormal(string Label, LayerVariance Variance) : VarianceScaling(Label, Variance)
{
    protected override double Draw(Generator generator) => generator.NextNormal();
}

/// <summary>w ~ U(−√3·σ, √3·σ), whose variance is σ².</summary>
internal sealed record ScaledUniform(string Label, LayerVariance Variance) : VarianceScaling(Label, Variance)
{
    private static readonly double Root3 = Math.Sqrt(3);

    protected override double Draw(Generator generator) => Root3 * (2 * generator.NextUniform() - 1);
}
