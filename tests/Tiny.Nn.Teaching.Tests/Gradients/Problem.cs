using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Gradients;

/// <summary>What else goes into an objective.</summary>
internal sealed record Setting(bool Weighted, double Dropout, WeightPenalty? Penalty)
{
    internal static Setting[] All { get; } =
    [
        new(Weighted: false, Dropout: 0, Penalty: null),
        new(Weighted: true, Dropout: 0, Penalty: null),
        new(Weighted: false, Dropout: 0.4, Penalty: null),
        new(Weighted: true, Dropout: 0.4, new WeightPenalty(L1: 0.01, L2: 0.02)),
    ];
}

/// <summary>A loss, an output activation that fits it, and five samples to try both on.</summary>
internal sealed record Problem(Loss Loss, Activation Output, bool Classes)
{
    internal const int Count = 5;

    internal static Problem[] All { get; } =
    [
        new(Loss.SquaredError, Activation.Identity, Classes: false),
        new(Loss.SquaredError, Activation.Sigmoid, Classes: true),
        new(Loss.SquaredError, Activation.Tanh, Classes: false),
        new(Loss.SquaredError, Activation.Softmax, Classes: true),
        new(Loss.AbsoluteError, Activation.Identity, Classes: false),
        new(Loss.AbsoluteError, Activation.Tanh, Classes: false),
        new(new Huber(0.7), Activation.Identity, Classes: false),
        new(Loss.BinaryCrossEntropy, Activation.Sigmoid, Classes: true),
        new(new BinaryCrossEntropy(LabelSmoothing: 0.1), Activation.Sigmoid, Classes: true),
        new(Loss.BinaryCrossEntropy, Activation.Softmax, Classes: true),
        new(Loss.CrossEntropy, Activation.Softmax, Classes: true),
        new(new CrossEntropy(LabelSmoothing: 0.1), Activation.Softmax, Classes: true),
        new(Loss.CrossEntropy, Activation.Sigmoid, Classes: true),
    ];

    internal static double[] Weights { get; } = [0.5, 2, 0, 1, 1.5];

    internal SequentialNetwork<T> Network<T>(Activation hidden, double dropout)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Architecture architecture = Architecture.WithInputs(3).Dense(4, hidden);
        architecture = dropout > 0 ? architecture.Dropout(dropout) : architecture;
        return architecture.Dense(3, Output).Build<T>(new Generator(seed: 7));
    }

    internal static Matrix<T> Inputs<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(3, Count, TestNumbers.Uniform<T>(3 * Count, -2, 2, seed: 5));

    internal Matrix<T> Targets<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Classes
            ? Matrices.OneHot<T>(3, 2, 0, 1, 1, 2)
            : new(3, Count, TestNumbers.Uniform<T>(3 * Count, -2, 2, seed: 6));

    /// <summary>As training takes it, and where that is fused, its twin in two steps too.</summary>
    internal IEnumerable<Objective<double>> Objectives(SequentialNetwork<double> network, WeightPenalty? penalty)
    {
        yield return Objective.Create(network, Loss, penalty);
        if (Loss.FusedWith(Output) is not null)
        {
            yield return Objective.Unfused(network, Loss, penalty);
        }
    }

    internal double[] Gradient<T>(Activation hidden)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Objective<T> objective = Objective.Create(
            Network<T>(hidden, dropout: 0.4),
            Loss,
            new WeightPenalty(0.01, 0.02)
        );
        Workspace<T> workspace = objective.Network.CreateWorkspace(Count);
        T[] weights = [.. Weights.Select(T.CreateTruncating)];
        objective.Gradient(new Batch<T>(Inputs<T>(), Targets<T>(), weights), workspace, new Generator(seed: 3));
        return workspace.Gradient.ToDoubles();
    }

    public override string ToString() =>
        $"{Output} + {Loss}{(Loss is BinaryCrossEntropy { LabelSmoothing: > 0 } or CrossEntropy { LabelSmoothing: > 0 } ? ", smoothed" : "")}";
}
