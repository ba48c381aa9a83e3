using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>x → (W₂·cos(2πw₁x + b₁) + b₂, x) for each of some inputs; the others pass through.</summary>
/// <param name="plan">Receives the steps.</param>
/// <param name="prefix">What the names of its tables begin with.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class PeriodicSteps<T>(PlanBuilder plan, string prefix)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const string About = "periodic embedding";

    /// <summary>Adds the steps.</summary>
    internal Vector Add(PeriodicEmbeddingDescription layer, LayerNumbers<T> numbers, Vector x)
    {
        int[] chosen = [.. layer.Chosen.Indices];
        (int each, int mixed) = (layer.Frequencies, layer.Width - 1);
        PeriodicNumbers<T> of = PeriodicNumbers<T>.Of(each, chosen.Length, mixed, numbers.Parameters);

        // The cosines of all chosen inputs side by side, then their mixtures, and behind these the inputs themselves.
        Vector waves = PlanBuilder.Scratch(Width.Network, chosen.Length * each);
        Vector parts = PlanBuilder.Scratch(Width.Network, chosen.Length * mixed + x.Length);
        Slice mixtures = new(parts, 0, chosen.Length * mixed);
        Slice inputs = new(parts, mixtures.Length, x.Length);
        plan.Add(
            new Gather(
                waves.Whole,
                x.Whole,
                plan.Indices($"{prefix}chosen", chosen.SelectMany(input => Enumerable.Repeat(input, each))),
                About
            )
        );
        plan.Map(
            waves.Whole,
            Width.Network,
            "wave",
            default(Wave),
            About,
            ("x", new Each(waves.Whole)),
            ("w", new Listed(Table("frequency", of.Frequency.Values))),
            ("b", new Listed(Table("phase", of.Phase.Values)))
        );
        plan.Add(
            new Multiply(
                mixtures,
                Table("mixture", of.Mixture.Values),
                Table("offset", of.Offset.Values),
                waves.Whole,
                chosen.Length,
                About
            )
        );
        plan.Pass(inputs, x.Whole, About);
        Vector y = PlanBuilder.Scratch(Width.Network, x.Length + chosen.Length * mixed);
        plan.Add(
            new Gather(y.Whole, parts.Whole, plan.Indices($"{prefix}order", Order(chosen, mixed, x.Length)), About)
        );
        return y;
    }

    private Table Table(string name, ReadOnlySpan<T> values) =>
        plan.Table($"{prefix}{name}", Width.Network, ExactNumbers.Of(values));

    /// <summary>Of each output the place of its number: the mixtures of an input, then the input.</summary>
    private static IEnumerable<int> Order(int[] chosen, int mixed, int inputs)
    {
        for (int input = 0; input < inputs; input++)
        {
            int place = Array.IndexOf(chosen, input);
            for (int k = 0; place >= 0 && k < mixed; k++)
            {
                yield return place * mixed + k;
            }
            yield return chosen.Length * mixed + input;
        }
    }
}
