using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Gradients;

/// <summary>
/// Compares every derivative that back-propagation gives with a central difference of the objective,
/// ∂L/∂θᵢ ≈ (L(θ + heᵢ) − L(θ − heᵢ))/2h, on the code that trains, in double.
/// </summary>
/// <remarks>
/// A difference across a kink (of ReLU at 0, say) is no derivative: such parameters are marked and do not count.
/// Dropout is held fixed: every evaluation draws the same mask.
/// </remarks>
public sealed class GradientCheck
{
    private readonly Objective<double> objective;
    private readonly Batch<double> batch;
    private readonly Workspace<double> workspace;
    private readonly GeneratorState random;

    private GradientCheck(Objective<double> objective, Batch<double> batch, ulong seed)
    {
        this.objective = objective;
        this.batch = batch;
        workspace = objective.Network.CreateWorkspace(batch.Count);
        random = new Generator(seed).State;
    }

    /// <summary>Checks every parameter of a network.</summary>
    /// <param name="objective">What is differentiated. Its network's parameters are the same afterwards.</param>
    /// <param name="batch">The samples that the objective is evaluated on.</param>
    /// <param name="seed">Where dropout draws its mask from.</param>
    public static GradientReport Run(Objective<double> objective, Batch<double> batch, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(objective);
        return new GradientCheck(objective, batch, seed).Run();
    }

    /// <summary>Checks every parameter of a network, on samples that all weigh the same.</summary>
    /// <param name="objective">What is differentiated. Its network's parameters are the same afterwards.</param>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="target">Outputs × samples.</param>
    public static GradientReport Run(Objective<double> objective, Matrix<double> x, Matrix<double> target) =>
        Run(objective, new Batch<double>(x, target));

    private GradientReport Run()
    {
        Evaluate();
        double[] analytic = workspace.Gradient.Values.ToArray();
        double largest = analytic.Select(Math.Abs).DefaultIfEmpty(0).Max();
        List<GradientComparison> comparisons = [];
        foreach (ParameterBlock block in objective.Network.Blocks)
        {
            for (int i = 0; i < block.Length; i++)
            {
                (double numeric, bool kink) = Differentiate(block.Start + i, block.Role);
                comparisons.Add(
                    new GradientComparison(
                        block.Name,
                        i % block.Rows,
                        i / block.Rows,
                        analytic[block.Start + i],
                        numeric,
                        kink,
                        Scale: largest
                    )
                );
            }
        }
        return new GradientReport(comparisons);
    }

    private (double Numeric, bool Kink) Differentiate(int parameter, ParameterRole role)
    {
        ref double theta = ref objective.Network.Parameters[parameter, 0];
        double kept = theta;
        double h = 1e-5 * Math.Max(1, Math.Abs(kept));
        theta = kept + h;
        double above = Evaluate();
        List<bool> sidesAbove = Sides();
        theta = kept - h;
        double below = Evaluate();
        List<bool> sidesBelow = Sides();
        theta = kept;

        // A weight that passes 0 passes the kink of an L1 penalty.
        bool passesZero = role == ParameterRole.Weight && objective.Penalty.L1 != 0 && Math.Abs(kept) <= h;
        return ((above - below) / (2 * h), passesZero || !sidesAbove.SequenceEqual(sidesBelow));
    }

    private double Evaluate() => objective.Gradient(batch, workspace, new Generator(random));

    /// <summary>On which side of each kink each number lies.</summary>
    private List<bool> Sides()
    {
        List<bool> sides = [];
        IReadOnlyList<Layer<double>> layers = objective.Network.Layers;
        for (int i = 0; i < layers.Count; i++)
        {
            if (KinksOf(layers[i]) is { Count: > 0 } kinks)
            {
                Matrix<double> z = i == 0 ? batch.Inputs : workspace.Output(i - 1, batch.Count);
                AddSides(z.Values, kinks, sides);
            }
        }
        if (objective.Loss.Kinks is { Count: > 0 } lossKinks)
        {
            Matrix<double> output = workspace.Output(layers.Count - 1, batch.Count);
            double[] errors = [.. output.Values.ToArray().Zip(batch.Targets.Values.ToArray(), (p, t) => p - t)];
            AddSides(errors, lossKinks, sides);
        }
        return sides;
    }

    private static IReadOnlyList<double> KinksOf(Layer<double> layer) =>
        layer switch
        {
            ActivationLayer<double> plain => plain.Activation.Kinks,
            ParametricActivation<double> parametric => parametric.Activation.Kinks,
            _ => [],
        };

    private static void AddSides(ReadOnlySpan<double> values, IReadOnlyList<double> kinks, List<bool> sides)
    {
        foreach (double value in values)
        {
            sides.AddRange(kinks.Select(kink => value > kink));
        }
    }
}
