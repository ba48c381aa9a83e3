using System.Globalization;
using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Models;

/// <summary>What a model predicts.</summary>
/// <param name="Name">The target column's name.</param>
public abstract record ModelTarget(string Name)
{
    /// <summary>How many numbers a prediction has: one per class, or one.</summary>
    public abstract int Outputs { get; }

    /// <summary>The targets of some rows as a network should answer.</summary>
    /// <param name="target">The target column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="outputs">How many outputs the network has.</param>
    /// <returns>outputs × rows.</returns>
    /// <exception cref="DataException">A target is none of the classes, or no number.</exception>
    internal abstract Matrix<T> Encode<T>(TargetColumn target, ReadOnlySpan<int> rows, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Samples with their targets, as a network should answer.</summary>
    /// <param name="inputs">Inputs × rows.</param>
    /// <param name="target">The target column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="outputs">How many outputs the network has.</param>
    /// <param name="weights">How much each row counts; empty where all count the same.</param>
    /// <exception cref="DataException">A target is none of the classes, or no number.</exception>
    internal virtual Dataset<T> Label<T>(
        Matrix<T> inputs,
        TargetColumn target,
        ReadOnlySpan<int> rows,
        int outputs,
        ReadOnlyMemory<T> weights
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(inputs, Encode<T>(target, rows, outputs), weights);
}

/// <summary>One of several classes; a prediction is a probability for each.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Classes">The classes' names. With two of them the network may have one output, the probability of the second, whichever is positive.</param>
public sealed record ClassTarget(string Name, IReadOnlyList<string> Classes) : ModelTarget(Name)
{
    /// <summary>What most classifiers do: the more probable of two classes.</summary>
    public const double UsualThreshold = 0.5;

    /// <inheritdoc/>
    public override int Outputs => Classes.Count;

    /// <summary>
    /// Of two classes the positive one: the threshold is of its probability, and so are ROC AUC, average precision and the costs of mistakes.
    /// The second unless another is named; null of more classes.
    /// </summary>
    public string? Positive
    {
        get => field ?? (Classes.Count == 2 ? Classes[1] : null);
        init;
    }

    /// <summary>
    /// Above which probability of the <see cref="Positive"/> class a sample is taken for it, from 0 to 1; ½ is the more probable class, the first of
    /// two equal ones. Of more than two classes the most probable one counts.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside 0 to 1.</exception>
    public double Threshold
    {
        get;
        init =>
            field = value is >= 0 and <= 1
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    "A threshold of a probability lies from 0 to 1."
                );
    } = UsualThreshold;

    /// <summary>The place of the positive one among two classes.</summary>
    internal int PositiveCode => Positive == Classes[0] ? 0 : 1;

    /// <summary>How many of the rows that it learned from were of each class; null where nobody knows.</summary>
    public IReadOnlyList<int>? TrainingCounts { get; init; }

    /// <summary>One output: 1 for the second of two classes, 0 for the first. More: one-hot.</summary>
    internal override Matrix<T> Encode<T>(TargetColumn target, ReadOnlySpan<int> rows, int outputs)
    {
        int[] codes = Tables.Rows.Pick(target.CodesAmong(Classes).Span, rows);
        return outputs == 1
            ? new Matrix<T>(1, codes.Length, [.. codes.Select(code => T.CreateTruncating(code))])
            : OneHot.Encode<T>(codes, outputs);
    }

    /// <summary>Of several outputs the class alone is kept: one-hot targets of many classes take more memory than all else.</summary>
    internal override Dataset<T> Label<T>(
        Matrix<T> inputs,
        TargetColumn target,
        ReadOnlySpan<int> rows,
        int outputs,
        ReadOnlyMemory<T> weights
    ) =>
        outputs == 1
            ? base.Label(inputs, target, rows, outputs, weights)
            : new Dataset<T>(inputs, Tables.Rows.Pick(target.CodesAmong(Classes).Span, rows), outputs, weights);

    /// <summary>The class that a prediction stands for, by its place; the first of equally probable ones.</summary>
    /// <param name="probabilities">A probability for each class.</param>
    public int Choose(ReadOnlySpan<double> probabilities)
    {
        if (Classes.Count == 2 && Threshold != UsualThreshold)
        {
            int positive = PositiveCode;
            return probabilities[positive] > Threshold ? positive : 1 - positive;
        }
        int best = 0;
        for (int code = 1; code < probabilities.Length; code++)
        {
            best = probabilities[code] > probabilities[best] ? code : best;
        }
        return best;
    }

    /// <summary>The name, and the classes or how many there are.</summary>
    public override string ToString() => $"{Name}: one of {Excerpt.List(Classes)}";

    /// <exception cref="ArgumentException">Classes, threshold and counts do not go together.</exception>
    internal void Check()
    {
        if (Classes.Count < 2)
        {
            throw new ArgumentException("There are not at least two classes.");
        }
        if (Classes.Count > 2 && Threshold != UsualThreshold)
        {
            throw new ArgumentException("A threshold is for two classes.");
        }
        if (Positive is { } positive && (Classes.Count > 2 || !Classes.Contains(positive)))
        {
            throw new ArgumentException("The positive class is one of two.");
        }
        if (
            TrainingCounts is { } counts
            && (counts.Count != Classes.Count || counts.Any(count => count < 0) || counts.All(count => count == 0))
        )
        {
            throw new ArgumentException("The counts of training rows are not one for each class, or make no sense.");
        }
    }
}

/// <summary>A number.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Scaling">What made the training targets of mean 0 and deviation 1; predictions go the way back.</param>
public sealed record NumberTarget(string Name, Standardization Scaling) : ModelTarget(Name)
{
    private const int MostDecimals = 15;

    /// <summary>How many decimals a network of floats can tell; null where all targets were the same.</summary>
    private readonly int? knownDecimals = DecimalsOf(Scaling);

    /// <summary>What made the training targets of mean 0 and deviation 1; predictions go the way back.</summary>
    public Standardization Scaling
    {
        get;
        init => (field, knownDecimals) = (value, DecimalsOf(value));
    } = Scaling;

    /// <summary>What stood beside the training targets in their file: %, $, kg; null where nothing did. It is no part of a prediction.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <summary>
    /// The smallest and the largest number that is predicted: those of the training rows, which a network may leave far behind where a row is
    /// unlike all of them. Null for no limits.
    /// </summary>
    public (double Least, double Most)? Range
    {
        get;
        init =>
            field =
                value is not { } range || range.Least <= range.Most
                    ? value
                    : throw new ArgumentException("A range goes from the smaller to the larger number.", nameof(Range));
    }

    /// <summary>Numbers as a network learned them become numbers in the unit of the target, within the range.</summary>
    /// <param name="answers">1 × samples; overwritten.</param>
    internal void ToNumbers(Matrix<double> answers)
    {
        Scaling.Invert(answers, answers);
        if (Range is var (least, most))
        {
            foreach (ref double number in answers.Values)
            {
                number = Math.Clamp(number, least, most);
            }
        }
    }

    /// <summary>
    /// The number with the decimals that a network of floats can tell, whose answers in deviations are known to 2⁻²³ of 1: behind them stand only
    /// digits of the way back.
    /// </summary>
    /// <param name="number">A prediction.</param>
    internal double Round(double number)
    {
        if (knownDecimals is not { } decimals)
        {
            return number;
        }

        // 0 is added lest it be written as -0.
        return decimals <= MostDecimals ? Math.Round(number, decimals) + 0.0 : RoundTiny(number, decimals);
    }

    private static int? DecimalsOf(Standardization scaling) =>
        scaling.Scale[0] * Math.ScaleB(1, -23) is > 0 and var known
            ? Math.Max((int)Math.Ceiling(-Math.Log10(known)), 0)
            : null;

    /// <summary>The same for decimals that <see cref="Math.Round(double, int)"/> does not know.</summary>
    private static double RoundTiny(double number, int decimals)
    {
        int digits = decimals + (int)Math.Floor(Math.Log10(Math.Abs(number))) + 1;
        string shown = number.ToString($"E{Math.Clamp(digits - 1, 0, 16)}", CultureInfo.InvariantCulture);
        return number == 0 ? 0 : double.Parse(shown, CultureInfo.InvariantCulture);
    }

    /// <summary>The name, and that it is a number, in its unit if it has one.</summary>
    public override string ToString() => Unit is null ? $"{Name}: a number" : $"{Name}: a number ({Unit})";

    /// <summary>(number − mean)/deviation.</summary>
    internal override Matrix<T> Encode<T>(TargetColumn target, ReadOnlySpan<int> rows, int outputs)
    {
        Matrix<double> values = new(1, rows.Length, Tables.Rows.Pick(target.Numbers().Span, rows));
        Scaling.Apply(values, values);
        return new Matrix<T>(1, rows.Length, [.. values.Values.ToArray().Select(T.CreateTruncating)]);
    }
}
