using Tiny.Nn.Losses;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A loss and its derivative, output by output.</summary>
internal sealed class LossFormulas(Loss loss, TraceNumbers numbers)
{
    private readonly LossWords words = FunctionWords.Of(loss, numbers);

    /// <summary>How the loss is written, in general.</summary>
    internal string Definition => words.Value;

    private bool IsSmoothed => words.Smoothing > 0;

    /// <summary>The targets as the loss takes them, where some of each is spread over all classes; and the loss.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="l">The number of the last layer, from 1 on.</param>
    internal IEnumerable<TraceLine> Value(SampleTrace sample, int l)
    {
        int[] outputs = Outputs(sample);
        if (IsSmoothed)
        {
            foreach (int i in outputs)
            {
                yield return new TraceLine(
                    Notation.Y(i + 1),
                    $"(1 − ε)·{Notation.T(i + 1)} + ε/K",
                    $"(1 − {numbers.Of(words.Smoothing)})·{numbers.In(sample.Target[i, 0])} + {numbers.Of(words.Smoothing)}/{Classes(sample)}",
                    numbers.Of(Target(sample, i))
                );
            }
        }
        yield return new TraceLine(
            "ℓ",
            [
                .. Sums(outputs.Select(i => (Symbol(i), Notation.A(l, i + 1)))),
                .. Sums(outputs.Select(i => (numbers.In(Target(sample, i)), numbers.In(Answer(sample, i))))),
                numbers.Of(sample.Loss),
            ]
        );
    }

    /// <summary>∂ℓ/∂a of each output.</summary>
    internal IEnumerable<TraceLine> Slopes(SampleTrace sample, int l) =>
        Outputs(sample)
            .Select(i => new TraceLine(
                Notation.Derivative(Notation.A(l, i + 1)),
                [
                    .. Formula(words.Derivative, Symbol(i), Notation.A(l, i + 1)),
                    .. Formula(words.Derivative, numbers.In(Target(sample, i)), numbers.In(Answer(sample, i))),
                    numbers.Of(sample.OutputSlope[i, 0]),
                ]
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

    /// <summary>The sum of all terms; nothing where no formula is known.</summary>
    private IEnumerable<string> Sums(IEnumerable<(string T, string A)> outputs)
    {
        if (words.Term is { } term)
        {
            string sum = string.Join(" + ", outputs.Select(output => term(output.T, output.A)));
            yield return words.IsNegated ? $"−({sum})" : sum;
        }
    }

    private static IEnumerable<string> Formula(Func<string, string, string>? formula, string t, string a) =>
        formula is null ? [] : [formula(t, a)];

    private string Symbol(int output) => IsSmoothed ? Notation.Y(output + 1) : Notation.T(output + 1);

    private double Target(SampleTrace sample, int output) =>
        IsSmoothed
            ? (1 - words.Smoothing) * sample.Target[output, 0] + words.Smoothing / Classes(sample)
            : sample.Target[output, 0];

    private int Classes(SampleTrace sample) => words.Classes(sample.Target.Rows);

    private static double Answer(SampleTrace sample, int output) => sample.Layers[^1].A[output, 0];

    private static int[] Outputs(SampleTrace sample) => [.. Enumerable.Range(0, sample.Target.Rows)];
}
