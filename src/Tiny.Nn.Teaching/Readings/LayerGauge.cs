using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>
/// Reads what a pass left of one dense layer, of the weights that a trainer updates meanwhile and of the activation behind it. It writes
/// neither parameters nor workspace, so training gives the same bits with it and without.
/// </summary>
internal sealed class LayerGauge<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int number;
    private readonly int place;
    private readonly int activationPlace;
    private readonly bool isHidden;
    private readonly Matrix<T> w;
    private readonly Matrix<T> b;
    private readonly ParameterBlock weights;
    private readonly Activation? activation;
    private readonly DerivativeRange? range;
    private T[]? before;

    private LayerGauge(SequentialNetwork<T> network, int place, int number, int count)
    {
        IReadOnlyList<Layer<T>> layers = network.Layers;
        this.number = number;
        this.place = place;
        (w, b) = NumbersOf(layers[place])!.Value;
        isHidden = number < count;
        weights = network.Blocks.First(block => block.Layer == place && block.Role == ParameterRole.Weight);
        int next = place + 1;
        while (next < layers.Count && !IsActivation(layers[next]) && NumbersOf(layers[next]) is null)
        {
            next++;
        }
        activationPlace = next;
        activation = layers.ElementAtOrDefault(next) switch
        {
            ActivationLayer<T> plain => plain.Activation,
            ParametricActivation<T> parametric => parametric.Activation,
            _ => null,
        };

        // A parametric activation is as flat as training makes it: its slopes say nothing of the function.
        bool isPlain = layers.ElementAtOrDefault(next) is ActivationLayer<T>;
        range = isHidden && isPlain ? DerivativeRange.Of(activation!) : null;
    }

    /// <summary>One for each dense layer, first to last.</summary>
    internal static LayerGauge<T>[] All(SequentialNetwork<T> network)
    {
        int[] places =
        [
            .. Enumerable.Range(0, network.Layers.Count).Where(i => NumbersOf(network.Layers[i]) is not null),
        ];
        return [.. places.Select((place, i) => new LayerGauge<T>(network, place, i + 1, places.Length))];
    }

    /// <summary>Remembers the weights: the next reading says how far they went from here.</summary>
    internal void Remember()
    {
        before ??= new T[w.Values.Length];
        w.Values.CopyTo(before);
    }

    /// <summary>Reads the layer, and remembers its weights.</summary>
    /// <param name="workspace">What a forward and a backward pass left.</param>
    /// <param name="samples">How many samples they had.</param>
    internal LayerReading Read(Workspace<T> workspace, int samples)
    {
        Matrix<T>? slopes = range is null ? null : Slopes(workspace, samples);
        LayerReading reading = new()
        {
            Layer = number,
            Units = w.Rows,
            Activation = activation,
            IsHidden = isHidden,

            // The loss is a mean over the samples, so each δ comes divided by their number.
            DeltaSize = samples * RootMeanSquare.Of<T>(workspace.Delta(place, samples).Values),
            GradientSize = RootMeanSquare.Of<T>(workspace.Gradient.Part(weights.Start, weights.Length, 1).Values),
            WeightSize = RootMeanSquare.Of<T>(w.Values),
            UpdateRatio = Moved(),
            Samples = samples,
            FlatActivations = slopes is { } all ? Flat(all.Values, range!.Steepest * DerivativeRange.Flat) : null,
            ShutUnits = slopes is { } each ? Shut(each, range!.Steepest * DerivativeRange.Shut) : null,
            Saturates = range is { Saturates: true },
            DistinctUnits = Distinct(),
        };
        Remember();
        return reading;
    }

    /// <summary>f′(z), units × samples.</summary>
    private Matrix<T> Slopes(Workspace<T> workspace, int samples)
    {
        Matrix<T> slopes = new(w.Rows, samples);
        Matrix<T> z = workspace.Output(activationPlace - 1, samples);
        DerivativeRange.Slopes(activation!, z, workspace.Output(activationPlace, samples), slopes);
        return slopes;
    }

    private static bool IsActivation(Layer<T> layer) => layer is ActivationLayer<T> or ParametricActivation<T>;

    /// <summary>W and b of a dense layer, whatever its parametrization; null of another layer.</summary>
    private static (Matrix<T> W, Matrix<T> B)? NumbersOf(Layer<T> layer) =>
        layer switch
        {
            Dense<T> dense => (dense.W, dense.B),
            NtkDense<T> dense => (dense.W, dense.B),
            _ => null,
        };

    private double? Moved()
    {
        double changed = 0;
        double size = 0;
        for (int i = 0; before is not null && i < before.Length; i++)
        {
            double old = double.CreateTruncating(before[i]);
            changed += Square(double.CreateTruncating(w.Values[i]) - old);
            size += Square(old);
        }
        return size > 0 ? Math.Sqrt(changed / size) : null;
    }

    private static long Flat(ReadOnlySpan<T> slopes, double limit)
    {
        long flat = 0;
        foreach (T slope in slopes)
        {
            flat += double.CreateTruncating(T.Abs(slope)) < limit ? 1 : 0;
        }
        return flat;
    }

    private static int[] Shut(Matrix<T> slopes, double limit)
    {
        bool IsShut(int unit) =>
            Enumerable
                .Range(0, slopes.Columns)
                .All(sample => double.CreateTruncating(T.Abs(slopes[unit, sample])) < limit);
        return [.. Enumerable.Range(0, slopes.Rows).Where(IsShut)];
    }

    /// <summary>How many units have no equal before them.</summary>
    private int Distinct() =>
        Enumerable.Range(0, w.Rows).Count(unit => !Enumerable.Range(0, unit).Any(other => AreTwins(unit, other)));

    private bool AreTwins(int unit, int other)
    {
        bool same = b[unit, 0] == b[other, 0];
        for (int input = 0; input < w.Columns && same; input++)
        {
            same = w[unit, input] == w[other, input];
        }
        return same;
    }

    private static double Square(double x) => x * x;
}
