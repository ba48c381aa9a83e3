using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>δ, and what it makes of weights and biases.</summary>
internal sealed class BackwardFormulas(TraceNumbers numbers)
{
    /// <summary>f′(z) of each unit; of softmax the grid of ∂aᵢ/∂zⱼ tells it.</summary>
    internal IEnumerable<TraceLine> Slopes(LayerTrace layer, int l)
    {
        for (int i = 0; layer.IsElementwise && i < layer.Z.Rows; i++)
        {
            ActivationWords words = FunctionWords.Of(layer.Activation);
            string?[] sides =
            [
                words.Derivative?.Invoke(Notation.Z(l, i + 1), Notation.A(l, i + 1)),
                words.DerivativeInNumbers?.Invoke(layer.Z[i, 0], layer.A[i, 0], numbers),
                numbers.Of(layer.Jacobian[i, i]),
            ];
            yield return new TraceLine($"f′({Notation.Z(l, i + 1)})", [.. sides.OfType<string>().Distinct()]);
        }
    }

    /// <summary>∂ℓ/∂a of a hidden layer: what comes back from the one behind it.</summary>
    internal IEnumerable<TraceLine> Returns(LayerTrace layer, LayerTrace behind, int l)
    {
        int[] units = [.. Enumerable.Range(0, behind.W.Rows)];
        for (int j = 0; j < layer.A.Rows; j++)
        {
            int unit = j;
            yield return new TraceLine(
                Notation.Derivative(Notation.A(l, j + 1)),
                string.Join(
                    " + ",
                    units.Select(k => $"{Notation.W(l + 1, k + 1, unit + 1)}·{Notation.Delta(l + 1, k + 1)}")
                ),
                string.Join(
                    " + ",
                    units.Select(k => $"{numbers.In(behind.W[k, unit])}·{numbers.In(behind.Delta[k, 0])}")
                ),
                numbers.Sum(units.Select(k => behind.BackwardProducts[k, unit])),
                numbers.Of(layer.DA[j, 0])
            );
        }
    }

    /// <summary>δ = ∂ℓ/∂a · f′(z), or the sum over all outputs of softmax.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="l">Its number, from 1 on.</param>
    /// <param name="delta">What comes of it.</param>
    internal IEnumerable<TraceLine> Deltas(LayerTrace layer, int l, Func<int, double> delta)
    {
        for (int i = 0; i < layer.Z.Rows; i++)
        {
            int unit = i;
            int[] from = layer.IsElementwise ? [i] : [.. Enumerable.Range(0, layer.Z.Rows)];
            string Step(int k) =>
                layer.IsElementwise
                    ? $"f′({Notation.Z(l, k + 1)})"
                    : $"∂{Notation.A(l, k + 1)}/∂{Notation.Z(l, unit + 1)}";
            yield return new TraceLine(
                Notation.Delta(l, i + 1),
                string.Join(" + ", from.Select(k => $"{Notation.Derivative(Notation.A(l, k + 1))}·{Step(k)}")),
                string.Join(
                    " + ",
                    from.Select(k => $"{numbers.In(layer.DA[k, 0])}·{numbers.In(layer.Jacobian[k, unit])}")
                ),
                numbers.Of(delta(i))
            );
        }
    }

    /// <summary>dW = δ·xᵀ and db = δ.</summary>
    internal IEnumerable<TraceLine> Gradients(LayerTrace layer, int l)
    {
        for (int i = 0; i < layer.Z.Rows; i++)
        {
            for (int j = 0; j < layer.X.Rows; j++)
            {
                yield return new TraceLine(
                    Notation.Derivative(Notation.W(l, i + 1, j + 1)),
                    $"{Notation.Delta(l, i + 1)}·{Notation.Into(l, j + 1)}",
                    $"{numbers.In(layer.Delta[i, 0])}·{numbers.In(layer.X[j, 0])}",
                    numbers.Of(layer.DW[i, j])
                );
            }
            yield return new TraceLine(
                Notation.Derivative(Notation.B(l, i + 1)),
                Notation.Delta(l, i + 1),
                numbers.Of(layer.DB[i, 0])
            );
        }
    }

    /// <summary>The whole of ∂aᵢ/∂zⱼ.</summary>
    internal TraceGrid? Jacobian(LayerTrace layer, int l) =>
        layer.IsElementwise
            ? null
            : new TraceGrid(
                ["∂aᵢ/∂zⱼ", .. Enumerable.Range(1, layer.Z.Rows).Select(j => Notation.Z(l, j))],
                [
                    .. Enumerable
                        .Range(0, layer.Z.Rows)
                        .Select(i =>
                            (string[])
                                [
                                    Notation.A(l, i + 1),
                                    .. Enumerable.Range(0, layer.Z.Rows).Select(j => numbers.Of(layer.Jacobian[i, j])),
                                ]
                        ),
                ]
            );
}
