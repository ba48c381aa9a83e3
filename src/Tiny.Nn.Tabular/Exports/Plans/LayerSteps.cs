using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>From the inputs of a network to its outputs, layer by layer.</summary>
/// <param name="plan">Receives the steps.</param>
/// <param name="network">The network.</param>
/// <param name="prefix">What the names of its tables begin with.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class LayerSteps<T>(PlanBuilder plan, SequentialNetwork<T> network, string prefix)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int index;

    /// <summary>The network's inputs: other networks may need them too, so no step writes over them.</summary>
    private Vector? shared;

    /// <summary>Adds the steps of all layers.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <returns>The outputs.</returns>
    /// <exception cref="ExportException">A layer, or a function in it, is a user's own and cannot be told.</exception>
    internal Vector Add(Vector inputs)
    {
        Vector x = shared = inputs;
        for (index = 0; index < network.Layers.Count; index++)
        {
            x = Add(network.Architecture.Layers[index], network.NumbersOf(index), network.Layers[index].Outputs, x);
        }
        return x;
    }

    private Vector Add(LayerDescription layer, LayerNumbers<T> numbers, int outputs, Vector x) =>
        layer switch
        {
            DenseDescription => Dense(new Dense<T>(x.Length, outputs, numbers.Parameters), x),
            NtkDenseDescription => Dense(new NtkDense<T>(x.Length, outputs, numbers.Parameters), x),
            ActivationDescription { Activation: Softmax } => new SoftmaxSteps(plan).Add(x, Successor(x)),
            ActivationDescription { Activation: var activation } => Activate(activation, x),
            DropoutDescription => x,
            DiagonalScalingDescription => Scale(new(x.Length, numbers.Parameters), x),
            ParametricActivationDescription { Activation: var activation } => Bend(
                activation,
                new(x.Length, activation, numbers.Parameters),
                x
            ),
            BatchNormalizationDescription batch => Normalize(
                batch.Epsilon,
                new NormalizationNumbers<T>(x.Length, numbers),
                x
            ),
            LayerNormalizationDescription of => Normalize(
                of.Epsilon,
                new LayerNormalization<T>(x.Length, of.Epsilon, numbers.Parameters),
                x
            ),
            PeriodicEmbeddingDescription periodic => new PeriodicSteps<T>(plan, Name("")).Add(periodic, numbers, x),
            _ => throw new ExportException(
                $"A layer of the kind {Excerpt.Name(layer.Kind)} is of your own, and how it computes is not known.",
                $"layer {index} of the network",
                "Build the network of the library's layers; a function of single numbers can be an activation of your own."
            ),
        };

    private string Name(string what) => $"{prefix}{index} {what}";

    private Table Table(string name, ReadOnlySpan<T> values) => plan.Table(Name(name), Width.Network, Exact(values));

    internal static double[] Exact(ReadOnlySpan<T> values)
    {
        double[] exact = new double[values.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            exact[i] = double.CreateTruncating(values[i]);
        }
        return exact;
    }

    /// <summary>W row by row: each output's weights side by side.</summary>
    internal static double[] RowByRow(Matrix<T> w) =>
        [
            .. Enumerable
                .Range(0, w.Rows * w.Columns)
                .Select(i => double.CreateTruncating(w[i / w.Columns, i % w.Columns])),
        ];

    private Vector Dense(Dense<T> dense, Vector x)
    {
        Vector y = PlanBuilder.Scratch(Width.Network, dense.Outputs);
        Table weights = plan.Table(Name("weight"), Width.Network, RowByRow(dense.W));
        plan.Add(new Multiply(y.Whole, weights, Table("bias", dense.B.Values), x.Whole, 1, Name("dense")));
        return y;
    }

    private Vector Dense(NtkDense<T> dense, Vector x)
    {
        Vector y = PlanBuilder.Scratch(Width.Network, dense.Outputs);
        Table weights = plan.Table(Name("weight"), Width.Network, RowByRow(dense.W));
        plan.Add(new Multiply(y.Whole, weights, null, x.Whole, 1, Name("dense")));
        plan.Map(
            y.Whole,
            Width.Network,
            "times plus",
            new TimesPlus(1 / Math.Sqrt(dense.Inputs)),
            Name("bias"),
            ("x", new Each(y.Whole)),
            ("b", new Listed(Table("bias", dense.B.Values)))
        );
        return y;
    }

    /// <summary>Where a function of each unit writes: over its operand, but for the network's inputs.</summary>
    private Vector Successor(Vector x) => x == shared ? PlanBuilder.Scratch(Width.Network, x.Length) : x;

    private Vector Activate(Activation activation, Vector x)
    {
        if (activation == Activation.Identity)
        {
            return x;
        }
        Vector y = Successor(x);
        Apply(activation, x, y);
        return y;
    }

    private void Apply(Activation activation, Vector x, Vector y)
    {
        if (activation is not IElementwiseActivation { Formula: var formula })
        {
            throw new ExportException(
                $"The activation {Excerpt.Name(activation.Name)} is of your own, and is no formula of single numbers.",
                $"layer {index} of the network",
                "Write it as an IActivationFormula, for Activation.Elementwise: then it travels."
            );
        }
        plan.Map(
            y.Whole,
            Width.Network,
            activation.Name,
            new Activated(formula),
            Name(activation.Name),
            ("z", new Each(x.Whole))
        );
    }

    private Vector Scale(DiagonalScaling<T> scaling, Vector x)
    {
        Vector y = Successor(x);
        plan.Map(
            y.Whole,
            Width.Network,
            "times",
            default(Times),
            Name("scale"),
            ("x", new Each(x.Whole)),
            ("s", new Listed(Table("scale", scaling.Scale.Values)))
        );
        return y;
    }

    private Vector Bend(Activation activation, ParametricActivation<T> bend, Vector x)
    {
        Vector y = PlanBuilder.Scratch(Width.Network, x.Length);
        Apply(activation, x, y);
        plan.Map(
            y.Whole,
            Width.Network,
            "between",
            default(Between),
            Name("slope"),
            ("x", new Each(x.Whole)),
            ("sigma", new Each(y.Whole)),
            ("alpha", new Listed(Table("slope", bend.Slope.Values)))
        );
        return y;
    }

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
