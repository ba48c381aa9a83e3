using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>One class of a report.</summary>
public sealed record ClassResult
{
    internal ClassResult(string name, int code, ConfusionMatrix confusion)
    {
        Name = name;
        Scores = confusion.Scores(code);
        Support = confusion.Support(code);
        PredictedCount = confusion.PredictedCount(code);
        Mistakes = Support + PredictedCount - 2 * confusion[code, code];
        RecallInterval = new Proportion(confusion[code, code], Support).Wilson();
        PrecisionInterval = new Proportion(confusion[code, code], PredictedCount).Wilson();
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Precision, recall and F1.</summary>
    public ClassScores Scores { get; }

    /// <summary>How many rows are of it.</summary>
    public int Support { get; }

    /// <summary>How many rows were taken for it.</summary>
    public int PredictedCount { get; }

    /// <summary>Rows of the class that were missed, and rows of others that were taken for it.</summary>
    internal int Mistakes { get; }

    /// <summary>Wilson's interval of the recall, at 95 %: 0 to 1 where no row is of the class.</summary>
    public Interval RecallInterval { get; }

    /// <summary>Wilson's interval of the precision, at 95 %: 0 to 1 where no row was taken for the class.</summary>
    public Interval PrecisionInterval { get; }

    /// <summary>The class, its scores, and on how many rows.</summary>
    public override string ToString() => $"{Name}: {Scores}, {Support} rows";
}

/// <summary>How well probabilities order the rows of two classes, whatever the threshold.</summary>
/// <param name="Positive">The class whose probability it is.</param>
/// <param name="RocAuc">The part of pairs, one row of each class, in which the positive one has the higher probability.</param>
/// <param name="AveragePrecision">The precision on the way down from the highest probability, averaged over recall.</param>
public sealed record ClassRanking(string Positive, RocAuc RocAuc, double AveragePrecision)
{
    /// <summary>The class and both numbers.</summary>
    public override string ToString() => $"{Positive}: {RocAuc}, average precision {Rounded.Text(AveragePrecision)}";
}
