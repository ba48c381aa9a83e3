using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>The chain rule for one parameter, factor by factor: ∂ℓ/∂w = ∂ℓ/∂a · ∂a/∂z · ∂z/∂w, through all units behind it.</summary>
internal sealed class ChainFormulas(StepTrace trace, TraceNumbers numbers)
{
    /// <summary>More ways to the loss than this are not written one by one.</summary>
    private const int MostPaths = 24;

    /// <summary>The derivative by a parameter in one sample.</summary>
    internal IEnumerable<TraceLine> Lines(TracedParameter parameter, int sample)
    {
        SampleTrace traced = trace.Samples[sample];
        int l = parameter.Layer;
        int i = parameter.Unit - 1;
        LayerTrace layer = traced.Layers[l - 1];
        double x = parameter.Input is { } input ? layer.X[input - 1, 0] : 1;
        string w = parameter.Symbol;
        string a = Notation.A(l, i + 1);
        string z = Notation.Z(l, i + 1);
        string into = parameter.Input is { } number ? Notation.Into(l, number) : "1";
        double result = traced.Gradient[parameter.Place, 0];
        bool isLast = l == traced.Layers.Count;
        if (layer.IsElementwise)
        {
            yield return new TraceLine(
                Notation.Derivative(w),
                $"{Notation.Derivative(a)} · ∂{a}/∂{z} · ∂{z}/∂{w}",
                $"{Notation.Derivative(a)} · f′({z}) · {into}",
                $"{numbers.In(layer.DA[i, 0])} · {numbers.In(layer.Jacobian[i, i])} · {numbers.In(x)}",
                numbers.Of(result)
            );
        }
        else
        {
            int[] outputs = [.. Enumerable.Range(0, layer.Z.Rows)];
            yield return new TraceLine(
                Notation.Derivative(w),
                $"({string.Join(" + ", outputs.Select(k => $"{Notation.Derivative(Notation.A(l, k + 1))}·∂{Notation.A(l, k + 1)}/∂{z}"))}) · ∂{z}/∂{w}",
                $"({string.Join(" + ", outputs.Select(k => $"{numbers.In(layer.DA[k, 0])}·{numbers.In(layer.Jacobian[k, i])}"))}) · {numbers.In(x)}",
                $"{Notation.Delta(l, i + 1)} · {into}",
                $"{numbers.In(layer.Delta[i, 0])} · {numbers.In(x)}",
                numbers.Of(result)
            );
        }
        if (!isLast)
        {
            foreach (
                TraceLine line in new BackwardFormulas(numbers).Returns(layer, traced.Layers[l], l).Skip(i).Take(1)
            )
            {
                yield return line;
            }
        }
        foreach (TraceLine line in Paths(traced, l, i))
        {
            yield return line;
        }
    }

    /// <summary>Each way from the unit to the loss, unless there are too many.</summary>
    private IEnumerable<TraceLine> Paths(SampleTrace sample, int l, int unit)
    {
        bool isMany =
            sample.Layers.Skip(l).Aggregate(1L, (ways, layer) => Math.Min(MostPaths + 1, ways * layer.W.Rows))
            > MostPaths;
        if (isMany || sample.Layers.Skip(l).SkipLast(1).Any(layer => !layer.IsElementwise))
        {
            yield break;
        }
        foreach (LossPath path in sample.PathsFrom(l - 1, unit))
        {
            List<string> symbols = [];
            List<string> filled = [];
            int from = unit;
            foreach ((int step, int to) in path.Units.Index())
            {
                int next = l + step + 1;
                LayerTrace layer = sample.Layers[next - 1];
                symbols.Add(Notation.W(next, to + 1, from + 1));
                filled.Add(numbers.In(layer.W[to, from]));
                bool isEnd = step == path.Units.Count - 1;
                if (isEnd && !layer.IsElementwise)
                {
                    symbols.Add(Notation.Delta(next, to + 1));
                    filled.Add(numbers.In(layer.Delta[to, 0]));
                }
                else
                {
                    symbols.Add($"f′({Notation.Z(next, to + 1)})");
                    filled.Add(numbers.In(layer.Jacobian[to, to]));
                }
                if (isEnd && layer.IsElementwise)
                {
                    symbols.Add(Notation.Derivative(Notation.A(next, to + 1)));
                    filled.Add(numbers.In(layer.DA[to, 0]));
                }
                from = to;
            }
            string way = string.Join(
                " → ",
                path.Units.Select((to, step) => Notation.A(l + step + 1, to + 1)).Prepend(Notation.A(l, unit + 1))
            );
            yield return new TraceLine(
                way,
                string.Join(" · ", symbols),
                string.Join(" · ", filled),
                numbers.Of(path.Product)
            )
            {
                Sign = ":",
            };
        }
    }
}
