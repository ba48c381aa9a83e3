using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>
/// The target is one of several classes. Two: one output, the probability of the second, by the sigmoid. More: a probability of each, by
/// softmax.
/// </summary>
internal sealed class Classification : LearningTask
{
    private readonly TargetColumn target;
    private readonly (double Share, LearningRateSchedule Schedule) smoothing;
    private readonly ClassWeighting weighting;
    private readonly ThresholdRule threshold;
    private readonly string? positive;

    internal Classification(
        TargetColumn target,
        (double Share, LearningRateSchedule Schedule) smoothing,
        ClassWeighting weighting,
        ThresholdRule threshold,
        string? positive
    )
    {
        this.target = target;
        this.smoothing = smoothing;
        this.weighting = weighting.Named(target.NameOf);
        this.threshold = threshold;
        this.positive = positive is null ? null : target.NameOf(positive);
    }

    /// <summary>The classes' names; two at least.</summary>
    public IReadOnlyList<string> Classes => target.Levels;

    private bool IsBinary => Classes.Count == 2;

    /// <inheritdoc/>
    public override TargetKind Kind => TargetKind.Classification;

    /// <inheritdoc/>
    public override int Outputs => IsBinary ? 1 : Classes.Count;

    /// <inheritdoc/>
    public override Activation OutputActivation => IsBinary ? Activation.Sigmoid : Activation.Softmax;

    /// <inheritdoc/>
    public override Loss Loss =>
        IsBinary
            ? new BinaryCrossEntropy(smoothing.Share) { SmoothingSchedule = smoothing.Schedule }
            : new CrossEntropy(smoothing.Share) { SmoothingSchedule = smoothing.Schedule };

    internal override int[] Strata() => target.CodesOfRows;

    internal override void RequireKnown(TargetColumn others) => others.CodesAmong(Classes);

    internal override IReadOnlyList<string> Unlearned(ReadOnlySpan<int> trainingRows)
    {
        int[] counts = Counts(trainingRows);
        return [.. Classes.Where((_, code) => counts[code] == 0)];
    }

    internal override double MostSmoothing(ReadOnlySpan<int> trainingRows)
    {
        double rarest = Counts(trainingRows).Where(count => count > 0).DefaultIfEmpty(0).Min();
        return Math.Min(1, Classes.Count * rarest / Math.Max(1, trainingRows.Length));
    }

    internal override ModelTarget Fit(ReadOnlySpan<int> trainingRows) =>
        new ClassTarget(target.Name, Classes) { TrainingCounts = Counts(trainingRows), Positive = positive };

    internal override T[] Weights<T>(ReadOnlySpan<double> own, ReadOnlySpan<int> rows, ReadOnlySpan<int> trainingRows)
    {
        double[]? ofClass = weighting.ForClasses(Classes, Counts(trainingRows));
        double[]? ofRow = ofClass is null ? null : [.. Codes(rows).Select(code => ofClass[code])];
        return RowWeights.Combine<T>(own, ofRow, rows);
    }

    /// <summary>The threshold of the positive class, given or chosen by the validation rows.</summary>
    internal override ModelTarget Complete(ModelTarget fitted, Func<Predictions> validation)
    {
        double chosen = threshold switch
        {
            _ when !IsBinary => ClassTarget.UsualThreshold,
            FixedThreshold given => given.Threshold,
            _ => Choose((ClassPredictions)validation()),
        };
        return chosen == ClassTarget.UsualThreshold ? fitted : (ClassTarget)fitted with { Threshold = chosen };
    }

    /// <summary>Makes sure that the positive class is one of two, before anything is trained.</summary>
    /// <exception cref="DataException">There are not two classes, or it is none of them.</exception>
    internal void RequirePositive()
    {
        if (positive is not null && !(IsBinary && Classes.Contains(positive)))
        {
            string advice = IsBinary
                ? $"{Closest.Meant(positive, Classes, Excerpt.Quote)}The classes are: {Excerpt.List(Classes)}."
                : $"Leave it out: there are {Classes.Count} classes, {Excerpt.List(Classes)}.";
            throw new DataException(
                IsBinary
                    ? $"The positive class is to be {Excerpt.Quote(positive)}, which is no class."
                    : $"A positive class is one of two; the target has {Classes.Count}.",
                $"column {Excerpt.Name(target.Name)}",
                advice
            );
        }
    }

    /// <summary>Makes sure that a threshold can be chosen, before anything is trained.</summary>
    /// <exception cref="DataException">There are not two classes, or no validation rows.</exception>
    internal void RequireThreshold(int validationRows)
    {
        if (!IsBinary && threshold != ThresholdRule.Half)
        {
            throw new DataException(
                $"A threshold is for two classes; the target has {Classes.Count}.",
                $"column {Excerpt.Name(target.Name)}",
                "Leave the threshold out: of several classes the most probable one is predicted."
            );
        }
        if (threshold is not FixedThreshold && validationRows == 0)
        {
            throw new DataException(
                "There are no validation rows to choose a threshold by.",
                null,
                "Set a share of the rows aside for validation, or give the threshold."
            );
        }
    }

    private double Choose(ClassPredictions validation)
    {
        (double[] scores, bool[] positive) = validation.Scored();
        return threshold.Choose(scores, positive);
    }

    private int[] Counts(ReadOnlySpan<int> rows)
    {
        int[] counts = new int[Classes.Count];
        foreach (int code in Codes(rows))
        {
            counts[code]++;
        }
        return counts;
    }

    private int[] Codes(ReadOnlySpan<int> rows) => Rows.Pick(target.Codes.Span, rows);
}
