using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Gradients;

/// <summary>Adds up what reaches one dense layer, step by step.</summary>
internal sealed class LayerGauge
{
    private readonly int number;
    private readonly ParameterBlock weights;
    private readonly Activation? activation;
    private readonly double steepest;
    private readonly bool[] alive;
    private readonly string name;
    private double delta;
    private double gradient;
    private double ratio;
    private long saturated;
    private long activations;
    private int steps;

    private LayerGauge(SequentialNetwork<double> network, int number, int order)
    {
        this.number = number;
        weights = network.Blocks.First(block => block.Layer == number && block.Role == ParameterRole.Weight);
        alive = new bool[network.Layers[number].Outputs];

        // Softmax has no slope of one number; it stands last, where a loss takes it in.
        Activation? next = (network.Layers.ElementAtOrDefault(number + 1) as ActivationLayer<double>)?.Activation;
        activation = next is Softmax || number + 2 >= network.Layers.Count ? null : next;
        steepest = activation is null ? 0 : DerivativeRange.Of(activation)?.Steepest ?? 0;
        name = $"{order + 1}: {alive.Length}{(next is null ? "" : $" {next}")}";
    }

    /// <summary>One for each dense layer.</summary>
    internal static IEnumerable<LayerGauge> All(SequentialNetwork<double> network)
    {
        int order = 0;
        for (int i = 0; i < network.Layers.Count; i++)
        {
            if (network.Layers[i] is Dense<double>)
            {
                yield return new LayerGauge(network, i, order++);
            }
        }
    }

    /// <param name="network">After the update.</param>
    /// <param name="samples">How many the step had.</param>
    /// <param name="workspace">What the step left.</param>
    /// <param name="before">All parameters before the update.</param>
    internal void Add(
        SequentialNetwork<double> network,
        int samples,
        Workspace<double> workspace,
        ReadOnlySpan<double> before
    )
    {
        // The loss is a mean: a sample's own share in it is as many times larger.
        delta += samples * RootMeanSquare.Of<double>(workspace.Delta(number, samples).Values);
        gradient += RootMeanSquare.Of<double>(workspace.Gradient.Part(weights.Start, weights.Length, 1).Values);
        double changed = 0;
        double size = 0;
        for (int i = weights.Start; i < weights.Start + weights.Length; i++)
        {
            changed += Square(network.Parameters[i, 0] - before[i]);
            size += Square(before[i]);
        }
        ratio += size > 0 ? Math.Sqrt(changed / size) : 0;
        steps++;
        if (activation is not null)
        {
            LookAtSlopes(activation, workspace.Output(number, samples), workspace.Output(number + 1, samples));
        }
    }

    /// <summary>The means so far; the next epoch starts from nothing.</summary>
    internal LayerFlow Close()
    {
        LayerFlow flow = new(
            name,
            delta / steps,
            gradient / steps,
            ratio / steps,
            activation is null ? null : (double)saturated / activations,
            activation is null ? null : alive.Count(unit => !unit)
        );
        (delta, gradient, ratio, saturated, activations, steps) = (0, 0, 0, 0, 0, 0);
        alive.AsSpan().Clear();
        return flow;
    }

    private void LookAtSlopes(Activation passed, Matrix<double> z, Matrix<double> a)
    {
        Matrix<double> slopes = new(z.Rows, z.Columns);
        DerivativeRange.Slopes(passed, z, a, slopes);
        for (int sample = 0; sample < slopes.Columns; sample++)
        {
            ReadOnlySpan<double> column = slopes.Column(sample);
            for (int unit = 0; unit < column.Length; unit++)
            {
                saturated += Math.Abs(column[unit]) < DerivativeRange.Flat * steepest ? 1 : 0;
                alive[unit] |= Math.Abs(column[unit]) >= DerivativeRange.Shut * steepest;
            }
        }
        activations += slopes.Values.Length;
    }

    private static double Square(double x) => x * x;
}
