using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>z = W·x + b and a = f(z), unit by unit.</summary>
internal sealed class ForwardFormulas(TraceNumbers numbers)
{
    /// <param name="layer">The layer.</param>
    /// <param name="l">Its number, from 1 on.</param>
    internal IEnumerable<TraceLine> Layer(LayerTrace layer, int l)
    {
        int[] inputs = [.. Enumerable.Range(0, layer.X.Rows)];
        for (int i = 0; i < layer.Z.Rows; i++)
        {
            int unit = i;
            string symbols = string.Join(
                " + ",
                inputs.Select(j => $"{Notation.W(l, unit + 1, j + 1)}·{Notation.Into(l, j + 1)}")
            );
            string filled = string.Join(
                " + ",
                inputs.Select(j => $"{Factor(layer.W[unit, j], j == 0)}·{numbers.In(layer.X[j, 0])}")
            );
            IEnumerable<double> addends = [.. inputs.Select(j => layer.Products[unit, j]), layer.B[unit, 0]];
            yield return new TraceLine(
                Notation.Z(l, i + 1),
                $"{symbols} + {Notation.B(l, i + 1)}",
                $"{filled} + {numbers.In(layer.B[i, 0])}",
                numbers.Sum(addends),
                numbers.Of(layer.Z[i, 0])
            );
        }
        foreach (TraceLine line in layer.IsElementwise ? Elementwise(layer, l) : Softmax(layer, l))
        {
            yield return line;
        }
    }

    private IEnumerable<TraceLine> Elementwise(LayerTrace layer, int l)
    {
        ActivationWords words = FunctionWords.Of(layer.Activation);
        for (int i = 0; i < layer.Z.Rows; i++)
        {
            string symbol = Notation.Z(l, i + 1);
            string number = numbers.Of(layer.Z[i, 0]);
            string called = words.Call(symbol);
            yield return called == symbol
                ? new TraceLine(Notation.A(l, i + 1), called, numbers.Of(layer.A[i, 0]))
                : new TraceLine(Notation.A(l, i + 1), called, words.Call(number), numbers.Of(layer.A[i, 0]));
        }
    }

    private IEnumerable<TraceLine> Softmax(LayerTrace layer, int l)
    {
        int[] units = [.. Enumerable.Range(0, layer.Z.Rows)];
        string symbols = string.Join(" + ", units.Select(j => $"e^{Notation.Z(l, j + 1)}"));
        string filled = string.Join(" + ", units.Select(j => $"e^{numbers.In(layer.Z[j, 0])}"));
        foreach (int i in units)
        {
            yield return new TraceLine(
                Notation.A(l, i + 1),
                $"e^{Notation.Z(l, i + 1)}/({symbols})",
                $"e^{numbers.In(layer.Z[i, 0])}/({filled})",
                numbers.Of(layer.A[i, 0])
            );
        }
    }

    private string Factor(double number, bool isFirst) => isFirst ? numbers.Of(number) : numbers.In(number);
}
