using System.Numerics;
using Tiny.Nn.Numerics;
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
    /// <param name="inputs">The inputs of the rows.</param>
    /// <param name="target">The target column.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="outputs">How many outputs the network has.</param>
    /// <param name="weights">How much each row counts; empty where all count the same.</param>
    /// <exception cref="DataException">A target is none of the classes, or no number.</exception>
    internal virtual Dataset<T> Label<T>(
        SampleNumbers<T> inputs,
        TargetColumn target,
        ReadOnlySpan<int> rows,
        int outputs,
        ReadOnlyMemory<T> weights
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(inputs, new MatrixNumbers<T>(Encode<T>(target, rows, outputs)), weights);
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
        int[] codes = CodesOf(target, rows);
        return outputs == 1
            ? new Matrix<T>(1, codes.Length, Array.ConvertAll(codes, T.CreateTruncating))
            : OneHot.Encode<T>(codes, outputs);
    }

    /// <summary>Of several outputs the class alone is kept: one-hot targets of many classes take more memory than all else.</summary>
    internal override Dataset<T> Label<T>(
        SampleNumbers<T> inputs,
        TargetColumn target,
        ReadOnlySpan<int> rows,
        int outputs,
        ReadOnlyMemory<T> weights
    ) =>
        outputs == 1
            ? base.Label(inputs, target, rows, outputs, weights)
            : new Dataset<T>(inputs, new CodedTargets<T>(CodesOf(target, rows), outputs), weights);

    private int[] CodesOf(TargetColumn target, ReadOnlySpan<int> rows) =>
        Tables.Rows.Pick(target.CodesAmong(Classes).Span, rows);

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
