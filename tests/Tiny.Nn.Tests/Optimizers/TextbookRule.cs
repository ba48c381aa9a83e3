using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Optimizers;

/// <summary>What an optimizer remembers of one parameter.</summary>
internal record struct Memory(double First, double Second);

/// <summary>One parameter's next value, as the paper has it, in plain doubles.</summary>
internal delegate double Rule(double theta, double g, ref Memory memory, int t);

/// <summary>An optimizer of ours beside the formula of its paper.</summary>
internal sealed record TextbookRule(Optimizer Optimizer, Rule Next)
{
    private const double Eta = 0.02;

    internal static TextbookRule[] All { get; } =
    [
        new(new Sgd(Eta), (double theta, double g, ref Memory _, int _) => theta - Eta * g),
        new(
            new Momentum(Eta, Decay: 0.8),
            (double theta, double g, ref Memory memory, int _) =>
            {
                memory.First = 0.8 * memory.First + g;
                return theta - Eta * memory.First;
            }
        ),
        new(
            new Nesterov(Eta, Decay: 0.8),
            (double theta, double g, ref Memory memory, int _) =>
            {
                memory.First = 0.8 * memory.First + g;
                return theta - Eta * (g + 0.8 * memory.First);
            }
        ),
        new(
            new Adagrad(Eta, Epsilon: 1e-4),
            (double theta, double g, ref Memory memory, int _) =>
            {
                memory.First += g * g;
                return theta - Eta * g / (Math.Sqrt(memory.First) + 1e-4);
            }
        ),
        new(
            new RmsProp(Eta, Decay: 0.7, Epsilon: 1e-4),
            (double theta, double g, ref Memory memory, int _) =>
            {
                memory.First = 0.7 * memory.First + (1 - 0.7) * g * g;
                return theta - Eta * g / (Math.Sqrt(memory.First) + 1e-4);
            }
        ),
        new(
            new Adam(Eta, Beta1: 0.8, Beta2: 0.95, Epsilon: 1e-4),
            (double theta, double g, ref Memory memory, int t) =>
                theta - Eta * AdamDirection(g, ref memory, t, 0.8, 0.95, 1e-4)
        ),
        new(
            new AdamW(Eta, Beta1: 0.8, Beta2: 0.95, Epsilon: 1e-4, WeightDecay: 0.1),
            (double theta, double g, ref Memory memory, int t) =>
                theta - Eta * (AdamDirection(g, ref memory, t, 0.8, 0.95, 1e-4) + 0.1 * theta)
        ),
    ];

    public override string ToString() => Optimizer.Name;

    private static double AdamDirection(double g, ref Memory memory, int t, double beta1, double beta2, double epsilon)
    {
        memory.First = beta1 * memory.First + (1 - beta1) * g;
        memory.Second = beta2 * memory.Second + (1 - beta2) * g * g;
        double mHat = memory.First / (1 - Math.Pow(beta1, t));
        double vHat = memory.Second / (1 - Math.Pow(beta2, t));
        return mHat / (Math.Sqrt(vHat) + epsilon);
    }
}
