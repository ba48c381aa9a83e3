using System.Runtime.InteropServices;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>
/// What a network says on a plane, and each of its hidden units: the inputs are computed once, a look is one forward pass. It reads the network and
/// writes nothing of it.
/// </summary>
internal sealed class SceneMaps
{
    private readonly Plan<float> plan;
    private readonly SequentialNetwork<float> network;
    private readonly Workspace<float> workspace;
    private readonly Matrix<float> inputs;
    private readonly Generator unused = new(0);
    private readonly int[] shown;

    /// <param name="plan">The encoding and the target.</param>
    /// <param name="network">The network under training.</param>
    /// <param name="plane">The plane.</param>
    /// <param name="x">From left to right.</param>
    /// <param name="y">From the bottom to the top.</param>
    /// <param name="resolution">How many places there are in either direction.</param>
    internal SceneMaps(
        Plan<float> plan,
        SequentialNetwork<float> network,
        ScenePlane plane,
        SceneAxis x,
        SceneAxis y,
        int resolution
    )
    {
        this.plan = plan;
        this.network = network.Frozen();
        int count = resolution * resolution;
        (double, double)[] places =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => (x.At(i % resolution, resolution), y.At(i / resolution, resolution))),
        ];
        inputs = new Matrix<float>(plan.Encoding.Outputs, count);
        plan.Encoding.Apply(plane.Cells(places), inputs);
        workspace = this.network.CreateWorkspace(count);
        shown = [.. SceneNetwork.HiddenOutputs(network.Architecture)];
    }

    /// <summary>
    /// The answers, and then the outputs of every hidden unit, layer by layer: (outputs + units) × places, one map after the other. Classes have
    /// probabilities; numbers are as the target has them.
    /// </summary>
    internal byte[] Look()
    {
        int places = inputs.Columns;
        Matrix<float> answers = network.Forward(inputs, workspace, unused);
        Matrix<double> wide = new(answers.Rows, places);
        Precision.Widen<float>(answers.Values, wide.Values);
        if (plan.Target is NumberTarget number)
        {
            number.ToNumbers(wide);
        }
        List<float> maps = new((answers.Rows + shown.Length * 8) * places);
        for (int output = 0; output < answers.Rows; output++)
        {
            for (int place = 0; place < places; place++)
            {
                maps.Add((float)wide[output, place]);
            }
        }
        foreach (int layer in shown)
        {
            Matrix<float> units = workspace.Output(layer, places);
            for (int unit = 0; unit < units.Rows; unit++)
            {
                for (int place = 0; place < places; place++)
                {
                    maps.Add(units[unit, place]);
                }
            }
        }
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(maps)).ToArray();
    }
}
