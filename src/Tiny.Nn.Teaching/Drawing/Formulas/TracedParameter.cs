using System.Globalization;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A weight or a bias: its layer and unit, and the input that a weight belongs to; all from 1 on.</summary>
/// <param name="Place">Its place in the vector of all parameters.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Input">The input; null for a bias.</param>
internal sealed record TracedParameter(int Place, int Layer, int Unit, int? Input)
{
    internal string Symbol => Input is { } input ? Notation.W(Layer, Unit, input) : Notation.B(Layer, Unit);

    /// <summary>What it is called in flags and on pages: <c>w1-2-3</c>, or <c>b1-2</c> for a bias.</summary>
    internal string Name =>
        Input is { } input
            ? string.Create(CultureInfo.InvariantCulture, $"w{Layer}-{Unit}-{input}")
            : string.Create(CultureInfo.InvariantCulture, $"b{Layer}-{Unit}");

    /// <summary>All of a network, layer by layer and unit by unit.</summary>
    internal static IEnumerable<TracedParameter> All(StepTrace trace)
    {
        foreach ((int l, LayerTrace layer) in trace.Samples[0].Layers.Index())
        {
            for (int i = 0; i < layer.W.Rows; i++)
            {
                for (int j = 0; j < layer.W.Columns; j++)
                {
                    int place = layer.WeightBlock.Start + j * layer.W.Rows + i;
                    yield return new TracedParameter(place, l + 1, i + 1, j + 1);
                }
                yield return new TracedParameter(layer.BiasBlock.Start + i, l + 1, i + 1, null);
            }
        }
    }
}
