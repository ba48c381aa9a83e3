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
/// <param name="isQuantized">Whether weights become whole numbers with a factor for each output.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed partial class LayerSteps<T>(
    PlanBuilder plan,
    SequentialNetwork<T> network,
    string prefix,
    bool isQuantized
)
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
            CategoryEmbeddingDescription category => new CategorySteps<T>(plan, Name("")).Add(category, numbers, x),
            _ => throw new ExportException(
                $"A layer of the kind {Excerpt.Name(layer.Kind)} is of your own, and how it computes is not known.",
                $"layer {index} of the network",
                "Build the network of the library's layers; a function of single numbers can be an activation of your own."
            ),
        };

    private string Name(string what) => $"{prefix}{index} {what}";

    private Table Table(string name, ReadOnlySpan<T> values) =>
        plan.Table(Name(name), Width.Network, ExactNumbers.Of(values));

    /// <summary>y = b + W·x, the weights of each output side by side.</summary>
    private void AddProduct(Matrix<T> w, Table? bias, Vector x, Vector y)
    {
        List<double> weights = [];
        List<double> scales = [];
        double[] row = new double[w.Columns];
        for (int output = 0; output < w.Rows; output++)
        {
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = double.CreateTruncating(w[output, k]);
            }
            if (isQuantized)
            {
                (float scale, float[] whole) = RowQuantization.Of(row);
                scales.Add(scale);
                weights.AddRange(whole.Select(number => (double)number));
            }
            else
            {
                weights.AddRange(row);
            }
        }
        plan.Add(
            new Multiply(y.Whole, plan.Table(Name("weight"), Width.Network, weights), bias, x.Whole, 1, Name("dense"))
            {
                Scales = isQuantized ? plan.Table(Name("factor"), Width.Network, scales) : null,
            }
        );
    }

    private Vector Dense(Dense<T> dense, Vector x)
    {
        Vector y = PlanBuilder.Scratch(Width.Network, dense.Outputs);
        AddProduct(dense.W, Table("bias", dense.B.Values), x, y);
        return y;
    }

    private Vector Dense(NtkDense<T> dense, Vector x)
    {
        Vector y = PlanBuilder.Scratch(Width.Network, dense.Outputs);
        AddProduct(dense.W, null, x, y);
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
}
