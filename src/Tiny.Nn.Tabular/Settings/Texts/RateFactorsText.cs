using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tabular.Settings.Texts;

/// <summary>Factors of the learning rate by kinds of parameters, such as <c>bias=0.1,scale=6</c>; those that are 1 are left out, <c>none</c> says that all are.</summary>
internal sealed class RateFactorsText : ValueText<RateFactors>
{
    private const string Equal = "none";

    private static readonly (
        string Name,
        Func<RateFactors, double> Get,
        Func<RateFactors, double, RateFactors> Set
    )[] Kinds =
    [
        ("weight", factors => factors.Weight, (factors, factor) => factors with { Weight = factor }),
        ("bias", factors => factors.Bias, (factors, factor) => factors with { Bias = factor }),
        ("scale", factors => factors.Scale, (factors, factor) => factors with { Scale = factor }),
        ("slope", factors => factors.Slope, (factors, factor) => factors with { Slope = factor }),
        ("embedding", factors => factors.Embedding, (factors, factor) => factors with { Embedding = factor }),
    ];

    internal override string Range => "numbers from 0 on by weight, bias, scale, slope, embedding; or none";

    internal override bool TryRead(string text, [MaybeNullWhen(false)] out RateFactors value)
    {
        value = RateFactors.Equal;
        if (text == Equal)
        {
            return true;
        }
        HashSet<string> seen = [];
        foreach (string part in text.Split(','))
        {
            string[] pair = part.Split('=');
            int place = Array.FindIndex(Kinds, kind => kind.Name == pair[0]);
            if (
                place < 0
                || pair.Length != 2
                || !seen.Add(pair[0])
                || !NumberText.IsNumber(pair[1], out double factor)
                || factor < 0
            )
            {
                return false;
            }
            value = Kinds[place].Set(value, factor);
        }
        return true;
    }

    internal override string Write(RateFactors value)
    {
        IEnumerable<string> others = Kinds
            .Where(kind => kind.Get(value) != 1)
            .Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Name}={kind.Get(value)}"));
        string text = string.Join(',', others);
        return text.Length == 0 ? Equal : text;
    }

    internal override TextFault Explain(string text, string name) =>
        TextFault.WithExample(text, "is no list of kinds of parameters with their factors", name, "bias=0.1,scale=6");
}
