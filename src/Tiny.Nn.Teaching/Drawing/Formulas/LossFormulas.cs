using Tiny.Nn.Losses;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A loss and its slope, output by output.</summary>
internal sealed class LossFormulas(Loss loss, TraceNumbers numbers)
{
    /// <summary>How the loss is written, in general.</summary>
    internal string Definition =>
        loss switch
        {
            SquaredError => "ℓ = ½·Σ(a − t)²",
            AbsoluteError => "ℓ = Σ|a − t|",
            Huber huber =>
                $"ℓ = Σ h(a − t), h(r) = ½r² (|r| ≤ κ), κ·(|r| − ½κ) (|r| > κ), κ = {numbers.Of(huber.Delta)}",
            BinaryCrossEntropy => $"ℓ = −Σ({Wanted}·ln a + (1 − {Wanted})·ln(1 − a))",
            CrossEntropy => $"ℓ = −Σ {Wanted}·ln a",
            _ => $"ℓ = {loss.Name}",
        };

    /// <summary>The share of a target that is spread over all classes.</summary>
    private double Smoothing =>
        loss switch
        {
            BinaryCrossEntropy binary => binary.LabelSmoothing,
            CrossEntropy several => several.LabelSmoothing,
            _ => 0,
        };

    private string Wanted => Smoothing > 0 ? "y" : "t";

    /// <summary>The targets as the loss takes them, where some of each is spread over all classes; and the loss.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="l">The number of the last layer, from 1 on.</param>
    internal IEnumerable<TraceLine> Value(SampleTrace sample, int l)
    {
        int[] outputs = Outputs(sample);
        if (Smoothing > 0)
        {
            foreach (int i in outputs)
            {
                string y = Notation.T(i + 1).Replace('t', 'y');
                int classes = Classes(sample);
                yield return new TraceLine(
                    y,
                    $"(1 − ε)·{Notation.T(i + 1)} + ε/K",
                    $"(1 − {numbers.Of(Smoothing)})·{numbers.In(sample.Target[i, 0])} + {numbers.Of(Smoothing)}/{classes}",
                    numbers.Of(Target(sample, i))
                );
            }
        }
        string symbols = string.Join(" + ", outputs.Select(i => Term(Symbol(i), Notation.A(l, i + 1))));
        string filled = string.Join(
            " + ",
            outputs.Select(i => Term(numbers.In(Target(sample, i)), numbers.In(Answer(sample, i))))
        );
        bool isNegative = loss is BinaryCrossEntropy or CrossEntropy;
        yield return new TraceLine(
            "ℓ",
            isNegative ? $"−({symbols})" : symbols,
            isNegative ? $"−({filled})" : filled,
            numbers.Of(sample.Loss)
        );
    }

    /// <summary>∂ℓ/∂a of each output.</summary>
    internal IEnumerable<TraceLine> Slopes(SampleTrace sample, int l) =>
        Outputs(sample)
            .Select(i => new TraceLine(
                Notation.Derivative(Notation.A(l, i + 1)),
                SlopeTerm(Symbol(i), Notation.A(l, i + 1)),
                SlopeTerm(numbers.In(Target(sample, i)), numbers.In(Answer(sample, i))),
                numbers.Of(sample.OutputSlope[i, 0])
            ));

    /// <summary>What training takes for δ where it takes activation and loss together.</summary>
    internal IEnumerable<TraceLine> Collapsed(SampleTrace sample, int l) =>
        Outputs(sample)
            .Select(i => new TraceLine(
                Notation.Delta(l, i + 1),
                $"{Notation.A(l, i + 1)} − {Symbol(i)}",
                $"{numbers.In(Answer(sample, i))} − {numbers.In(Target(sample, i))}",
                numbers.Of(sample.Layers[^1].Delta[i, 0])
            ));

    private string Term(string t, string a) =>
        loss switch
        {
            SquaredError => $"½·({a} − {t})²",
            AbsoluteError => $"|{a} − {t}|",
            Huber => $"h({a} − {t})",
            BinaryCrossEntropy => $"{t}·ln {a} + (1 − {t})·ln(1 − {a})",
            _ => $"{t}·ln {a}",
        };

    private string SlopeTerm(string t, string a) =>
        loss switch
        {
            SquaredError => $"{a} − {t}",
            AbsoluteError => $"sign({a} − {t})",
            Huber huber => $"max(−{numbers.Of(huber.Delta)}, min({numbers.Of(huber.Delta)}, {a} − {t}))",
            BinaryCrossEntropy => $"({a} − {t})/({a}·(1 − {a}))",
            _ => $"−{t}/{a}",
        };

    private string Symbol(int output) =>
        Smoothing > 0 ? Notation.T(output + 1).Replace('t', 'y') : Notation.T(output + 1);

    private double Target(SampleTrace sample, int output) =>
        Smoothing > 0
            ? (1 - Smoothing) * sample.Target[output, 0] + Smoothing / Classes(sample)
            : sample.Target[output, 0];

    private int Classes(SampleTrace sample) => loss is BinaryCrossEntropy ? 2 : sample.Target.Rows;

    private static double Answer(SampleTrace sample, int output) => sample.Layers[^1].A[output, 0];

    private static int[] Outputs(SampleTrace sample) => [.. Enumerable.Range(0, sample.Target.Rows)];
}
