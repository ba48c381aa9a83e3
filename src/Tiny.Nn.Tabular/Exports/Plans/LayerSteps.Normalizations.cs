using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

// Normalizations: of each unit by what training measured, and of a sample by its own mean and deviation.
internal sealed partial class LayerSteps<T>
{
    private Vector Normalize(double epsilon, NormalizationNumbers<T> numbers, Vector x)
    {
        T[] inverse = numbers.Variance.Values.ToArray();
        foreach (ref T variance in inverse.AsSpan())
        {
            variance = T.One / T.Sqrt(variance + T.CreateTruncating(epsilon));
        }
        return Normalize(
            x,
            new Listed(Table("mean", numbers.Mean.Values)),
            new Listed(Table("inverse", inverse)),
            numbers.Scale,
            numbers.Shift
        );
    }

    private Vector Normalize(double epsilon, LayerNormalization<T> layer, Vector x)
    {
        Vector statistics = PlanBuilder.Scratch(Width.Network, 2);
        Vector squares = PlanBuilder.Scratch(Width.Network, x.Length);
        (Slice mean, Slice inverse) = (statistics.At(0), statistics.At(1));
        (Same meanOf, Same inverseOf) = (new(statistics, 0), new(statistics, 1));
        string about = Name("layer normalization");
        plan.Add(new Reduce(mean, Reduction.FoldedSum, x.Whole, about));
        plan.Map(mean, Width.Network, "mean of sum", new MeanOfSum(x.Length), about, ("sum", meanOf));
        plan.Map(
            squares.Whole,
            Width.Network,
            "squared deviation",
            default(SquaredDeviation),
            about,
            ("x", new Each(x.Whole)),
            ("mean", meanOf)
        );
        plan.Add(new Reduce(inverse, Reduction.FoldedSum, squares.Whole, about));
        InverseDeviation formula = new(x.Length, epsilon);
        plan.Map(inverse, Width.Network, "inverse deviation", formula, about, ("sum", inverseOf));
        return Normalize(x, meanOf, inverseOf, layer.Scale, layer.Shift);
    }

    private Vector Normalize(Vector x, Operand mean, Operand inverse, Matrix<T> scale, Matrix<T> shift)
    {
        Vector y = Successor(x);
        plan.Map(
            y.Whole,
            Width.Network,
            "normalized",
            default(Normalized),
            Name("normalization"),
            ("x", new Each(x.Whole)),
            ("mean", mean),
            ("inverse", inverse),
            ("gamma", new Listed(Table("scale", scale.Values))),
            ("beta", new Listed(Table("shift", shift.Values)))
        );
        return y;
    }
}
