using System.Globalization;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Teaching.Tests.Drawing.Words;

/// <summary>
/// A formula of an activation as it is printed, such as <c>f(z) = z for z &gt; 0, else αz, α = 0.2</c>: what it comes to for a number z.
/// Clauses stand between commas: a value, values with a case each, what a symbol stands for, and a range.
/// </summary>
/// <param name="text">The formula.</param>
/// <param name="symbols">What symbols stand for that are explained elsewhere.</param>
internal sealed partial class WrittenFormula(string text, IReadOnlyDictionary<char, double> symbols)
{
    private readonly string[] clauses = [.. Clauses(text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..])];

    /// <summary>What the symbols of a text stand for: <c>α = 0.2</c>, or <c>λ ≈ 1.0507</c>; of <c>λα</c> the second one.</summary>
    internal static IReadOnlyDictionary<char, double> Symbols(params IEnumerable<string> texts)
    {
        Dictionary<char, double> found = [];
        foreach (Match match in texts.SelectMany(text => Explained().Matches(text)))
        {
            double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            string symbol = match.Groups["symbol"].Value;
            found[symbol[^1]] = symbol.Length == 1 ? number : number / found[symbol[0]];
        }
        return found;
    }

    /// <summary>What the formula comes to.</summary>
    /// <param name="z">z.</param>
    /// <param name="a">f(z), for formulas that use it.</param>
    internal double Of(double z, double a)
    {
        Dictionary<char, double> known = new(symbols)
        {
            ['z'] = z,
            ['a'] = a,
            ['f'] = a,
            ['π'] = Math.PI,
        };
        foreach (Match match in clauses.Select(clause => Definition().Match(clause)).Where(match => match.Success))
        {
            known[match.Groups["symbol"].Value[0]] = new Reader(match.Groups["formula"].Value, known).Value();
        }
        foreach (string clause in clauses)
        {
            Match piece = Piece().Match(clause);
            if (!piece.Success || Holds(piece.Groups["case"].Value, z))
            {
                return new Reader(piece.Success ? piece.Groups["formula"].Value : clause, known).Value();
            }
        }
        throw new AssertionException($"{text}: of {z} nothing is said.");
    }

    /// <summary>The ends of the range that it tells; null where it tells none.</summary>
    internal (double Lower, double Upper)? Range =>
        clauses.Select(clause => RangeText().Match(clause)).FirstOrDefault(match => match.Success) is { } range
            ? (End(range.Groups["lower"].Value), End(range.Groups["upper"].Value))
            : null;

    private static double End(string text) =>
        text == "∞" ? double.PositiveInfinity : double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    private static bool Holds(string condition, double z)
    {
        Match match = Comparison().Match(condition);
        Assert.That(match.Success || condition == "else", condition);
        double left = match.Groups["magnitude"].Success ? Math.Abs(z) : z;
        return match.Groups["sign"].Value switch
        {
            ">" => left > End(match.Groups["right"].Value),
            "<" => left < End(match.Groups["right"].Value),
            "≤" => left <= End(match.Groups["right"].Value),
            "≥" => left >= End(match.Groups["right"].Value),
            _ => true,
        };
    }

    /// <summary>The parts between commas that stand in no brackets.</summary>
    private static IEnumerable<string> Clauses(string text)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' or '[' => 1,
                ')' or ']' => -1,
                _ => 0,
            };
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }
        yield return text[start..].Trim();
    }

    [GeneratedRegex(@"(?<symbol>[λα]+) [=≈] (?<number>[0-9.]*[0-9])")]
    private static partial Regex Explained();

    [GeneratedRegex("^(?<symbol>[αλωt]) = (?<formula>.+)$")]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"^((?<case>else) (?<formula>.+)|(?<formula>.+) for (?<case>.+)|(?<formula>.+) \((?<case>[^()]*[<>≤≥][^()]*)\))$"
    )]
    private static partial Regex Piece();

    [GeneratedRegex(@"^((?<magnitude>\|z\|)|z) (?<sign>[<>≤≥]) (?<right>\S+)$")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^range (≈ )?[\[(](?<lower>\S+), (?<upper>\S+)[\])]$")]
    private static partial Regex RangeText();

    /// <summary>Sums, products (with or without a sign), powers and functions.</summary>
    private sealed partial class Reader(string formula, Dictionary<char, double> symbols)
    {
        private readonly string text = formula.Replace('−', '-').Replace(" ", "");
        private int at;

        internal double Value()
        {
            double value = Sum();
            Assert.That(at, Is.EqualTo(text.Length), $"{formula}: read up to {at}");
            return value;
        }

        private double Sum()
        {
            double value = Product();
            while (Next is '+' or '-')
            {
                value += Take() == '+' ? Product() : -Product();
            }
            return value;
        }

        private double Product()
        {
            double value = Power();
            while (Next is not (null or '+' or '-' or ')' or ','))
            {
                bool isQuotient = Next == '/';
                at += Next is '·' or '/' ? 1 : 0;
                value = isQuotient ? value / Power() : value * Power();
            }
            return value;
        }

        private double Power()
        {
            double value = Factor();
            return Next switch
            {
                '²' => Raised(value, 2),
                '³' => Raised(value, 3),
                _ => value,
            };
        }

        private double Raised(double value, int exponent)
        {
            at++;
            return Math.Pow(value, exponent);
        }

        private double Factor()
        {
            foreach ((string name, Func<double[], double> function) in Functions)
            {
                if (text.AsSpan(at).StartsWith(name))
                {
                    at += name.Length;
                    return function(Arguments());
                }
            }
            if (Number().Match(text, at) is { Success: true } number)
            {
                at += number.Length;
                return double.Parse(number.Value, CultureInfo.InvariantCulture);
            }
            return Take() switch
            {
                '-' => -Factor(),
                '½' => 0.5,
                '√' => Math.Sqrt(Factor()),
                '(' => Closed(),
                'e' => Math.Exp(Exponent()),
                char symbol when symbols.TryGetValue(symbol, out double value) => value,
                char unknown => throw new AssertionException($"{formula}: what is {unknown}?"),
            };
        }

        /// <summary>That of eᶻ, e⁻ᶻ, e^z or e^(−z).</summary>
        private double Exponent() =>
            Take() switch
            {
                'ᶻ' => symbols['z'],
                '⁻' when Take() == 'ᶻ' => -symbols['z'],
                '^' => Factor(),
                _ => throw new AssertionException(formula),
            };

        private double Closed()
        {
            double inner = Sum();
            Assert.That(Take(), Is.EqualTo(')'), formula);
            return inner;
        }

        private double[] Arguments()
        {
            List<double> arguments = [Sum()];
            while (Next == ',')
            {
                at++;
                arguments.Add(Sum());
            }
            Assert.That(Take(), Is.EqualTo(')'), formula);
            return [.. arguments];
        }

        private char? Next => at < text.Length ? text[at] : null;

        private char Take() => text[at++];

        private static readonly (string Name, Func<double[], double> Value)[] Functions =
        [
            ("max(", x => Math.Max(x[0], x[1])),
            ("min(", x => Math.Min(x[0], x[1])),
            ("tanh(", x => Math.Tanh(x[0])),
            ("ln(", x => Math.Log(x[0])),
            ("σ(", x => 1 / (1 + Math.Exp(-x[0]))),
            ("Φ(", x => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x[0])),
            ("φ(", x => Math.Exp(-x[0] * x[0] / 2) / Math.Sqrt(2 * Math.PI)),
        ];

        [GeneratedRegex(@"\G[0-9.]*[0-9]")]
        private static partial Regex Number();
    }
}
