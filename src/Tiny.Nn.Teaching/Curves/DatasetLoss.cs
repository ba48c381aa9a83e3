using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>The loss of a network over all samples as a function of its parameters: what an optimizer without batches wants.</summary>
internal sealed class DatasetLoss
{
    private readonly Objective<double> objective;
    private readonly Dataset<double> data;
    private readonly Workspace<double> workspace;

    /// <summary>A function over some samples.</summary>
    /// <param name="network">The network. Its parameters are those of the last evaluation.</param>
    /// <param name="loss">What compares its answers with the targets.</param>
    /// <param name="data">The samples.</param>
    public DatasetLoss(SequentialNetwork<double> network, Loss loss, Dataset<double> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        objective = Objective.Create(network, loss);
        this.data = data;
        workspace = objective.Network.CreateWorkspace(data.Count);
    }

    /// <summary>The mean loss and its derivative: an <see cref="DifferentiableFunction"/>.</summary>
    /// <param name="parameters">θ, as many as the network has.</param>
    /// <param name="gradient">Receives ∂L/∂θ.</param>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        parameters.CopyTo(objective.Network.Parameters.Values);
        double value = objective.Gradient(data.All, workspace, new Generator(0));
        workspace.Gradient.Values.CopyTo(gradient);
        return value;
    }
}
