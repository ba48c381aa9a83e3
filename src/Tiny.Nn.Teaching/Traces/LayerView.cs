using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Gradients;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>One dense layer among others, with the weights that it had at the last look.</summary>
internal sealed class LayerView<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dense<T> dense;
    private readonly Activation? activation;
    private readonly DerivativeRange? range;
    private readonly Matrix<T> slopes;
    private readonly T[] before;
    private bool hasLooked;

    internal LayerView(IReadOnlyList<Layer<T>> layers, int place, int samples)
    {
        Place = place;
        dense = (Dense<T>)layers[place];
        activation = place + 1 < layers.Count ? (layers[place + 1] as ActivationLayer<T>)?.Activation : null;
        range = activation is null ? null : DerivativeRange.Of(activation);
        slopes = new Matrix<T>(dense.Outputs, samples);
        before = new T[dense.W.Values.Length];
    }

    /// <summary>Its number among all layers of the network, from 0 on.</summary>
    internal int Place { get; }

    internal LayerActivity Measure(int number, bool isHidden, Matrix<T> dW, Workspace<T> workspace)
    {
        int samples = slopes.Columns;
        if (range is not null)
        {
            Matrix<T> z = workspace.Output(Place, samples);
            DerivativeRange.Slopes(activation!, z, workspace.Output(Place + 1, samples), slopes);
        }
        LayerActivity activity = new()
        {
            Layer = number,
            Units = dense.Outputs,
            IsHidden = isHidden,

            // The loss is a mean over the samples, so each δ comes divided by their number.
            DeltaSize = samples * RootMeanSquare.Of<T>(workspace.Delta(Place, samples).Values),
            GradientSize = RootMeanSquare.Of<T>(dW.Values),
            WeightSize = RootMeanSquare.Of<T>(dense.W.Values),
            UpdateRatio = Moved(),
            SaturatedShare = range is { Saturates: true } ? FlatShare(range.Steepest * DerivativeRange.Flat) : null,
            DeadShare = range is null ? null : ShutShare(range.Steepest * DerivativeRange.Shut),
            DistinctUnits = Distinct(),
        };
        dense.W.Values.CopyTo(before);
        hasLooked = true;
        return activity;
    }

    private double? Moved()
    {
        double size = RootMeanSquare.Of<T>(before);
        if (!hasLooked || size == 0)
        {
            return null;
        }
        T[] difference = dense.W.Values.ToArray();
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] -= before[i];
        }
        return RootMeanSquare.Of<T>(difference) / size;
    }

    private double FlatShare(double limit)
    {
        int flat = 0;
        foreach (T slope in slopes.Values)
        {
            flat += double.CreateTruncating(T.Abs(slope)) < limit ? 1 : 0;
        }
        return (double)flat / slopes.Values.Length;
    }

    private double ShutShare(double limit)
    {
        int shut = 0;
        for (int unit = 0; unit < slopes.Rows; unit++)
        {
            bool passes = false;
            for (int sample = 0; sample < slopes.Columns && !passes; sample++)
            {
                passes = !(double.CreateTruncating(T.Abs(slopes[unit, sample])) < limit);
            }
            shut += passes ? 0 : 1;
        }
        return (double)shut / slopes.Rows;
    }

    /// <summary>How many units have no equal before them.</summary>
    private int Distinct()
    {
        int distinct = 0;
        for (int unit = 0; unit < dense.Outputs; unit++)
        {
            bool isNew = true;
            for (int earlier = 0; earlier < unit && isNew; earlier++)
            {
                isNew = !AreTwins(unit, earlier);
            }
            distinct += isNew ? 1 : 0;
        }
        return distinct;
    }

    private bool AreTwins(int unit, int other)
    {
        bool same = dense.B[unit, 0] == dense.B[other, 0];
        for (int input = 0; input < dense.Inputs && same; input++)
        {
            same = dense.W[unit, input] == dense.W[other, input];
        }
        return same;
    }
}
