using System.Runtime.InteropServices;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>How often each class was taken for each: a row for every actual class, a column for every predicted one.</summary>
/// <remarks>It takes memory for the cells that are not 0 only. Where a score would be 0/0 it is 0: a class that never occurs and is never predicted earns nothing.</remarks>
public sealed class ConfusionMatrix
{
    private const int MostLines = 20;

    /// <summary>The cells that are not 0: no more than there are samples, however many classes there are.</summary>
    private readonly Dictionary<(int Actual, int Predicted), int> counts = [];
    private readonly int[] supports;
    private readonly int[] predictedCounts;
    private readonly int[] correct;

    /// <summary>Counts pairs of predicted and actual classes.</summary>
    /// <param name="predicted">The predicted class of each sample.</param>
    /// <param name="actual">The actual class of each sample.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <exception cref="ArgumentException">There is no sample, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A code is no class.</exception>
    public ConfusionMatrix(ReadOnlySpan<int> predicted, ReadOnlySpan<int> actual, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        Pairs.Check(predicted.Length, actual.Length);
        (supports, predictedCounts, correct) = (new int[classes], new int[classes], new int[classes]);
        for (int sample = 0; sample < actual.Length; sample++)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)actual[sample], (uint)classes, nameof(actual));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
                (uint)predicted[sample],
                (uint)classes,
                nameof(predicted)
            );
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (actual[sample], predicted[sample]), out _)++;
            supports[actual[sample]]++;
            predictedCounts[predicted[sample]]++;
            correct[actual[sample]] += actual[sample] == predicted[sample] ? 1 : 0;
        }
        Count = actual.Length;
    }

    /// <summary>How many samples were recognised; and the counts of up to 20 classes, a line for each actual class.</summary>
    public override string ToString()
    {
        IEnumerable<string> lines = Enumerable
            .Range(0, Classes <= MostLines ? Classes : 0)
            .Select(actual =>
                string.Join(' ', Enumerable.Range(0, Classes).Select(predicted => this[actual, predicted]))
            );
        return string.Join(
            '\n',
            lines.Prepend($"{Correct} correct; a line for each actual class, a column for each predicted one")
        );
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => supports.Length;

    /// <summary>How many samples were counted.</summary>
    public int Count { get; }

    /// <summary>How many samples of one class were taken for another, or for the same.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public int this[int actual, int predicted] =>
        supports[actual] == 0 || predictedCounts[predicted] == 0 ? 0 : counts.GetValueOrDefault((actual, predicted));

    /// <summary>What was taken for what else, the most frequent first; of equally many the first in order.</summary>
    internal IEnumerable<(int Actual, int Predicted, int Count)> Mistakes =>
        counts
            .Where(cell => cell.Key.Actual != cell.Key.Predicted)
            .OrderByDescending(cell => cell.Value)
            .ThenBy(cell => cell.Key)
            .Select(cell => (cell.Key.Actual, cell.Key.Predicted, cell.Value));

    /// <summary>How many samples were recognised, of how many.</summary>
    public Proportion Correct => new(correct.Sum(), Count);

    /// <summary>The part of the samples whose class was recognised.</summary>
    public double Accuracy => Correct.Value;

    /// <summary>
    /// The mean recall of the classes that occur: every class counts the same, however rare, and guessing always one class earns 1/K.
    /// </summary>
    public double BalancedAccuracy =>
        Enumerable.Range(0, Classes).Where(code => Support(code) > 0).Average(code => Scores(code).Recall);

    /// <summary>The accuracy of always predicting the class that is most frequent here.</summary>
    public double MajorityAccuracy => (double)Enumerable.Range(0, Classes).Max(Support) / Count;

    /// <summary>The scores of the average class, all classes counting the same.</summary>
    public ClassScores MacroAverage => Average(_ => 1.0 / Classes);

    /// <summary>The scores of the average class, each counting by its samples.</summary>
    public ClassScores WeightedAverage => Average(code => (double)Support(code) / Count);

    /// <summary>
    /// Matthews' correlation of predicted with actual classes, (c·n − Σtₖpₖ)/√((n² − Σpₖ²)(n² − Σtₖ²)), with c samples recognised, tₖ of
    /// the class and pₖ taken for it: 1 is perfect, 0 is chance; 0 where all samples are of one class or taken for one.
    /// Matthews, 1975; for several classes Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004.
    /// </summary>
    public double Matthews
    {
        get
        {
            double n = Count;
            double product = Enumerable.Range(0, Classes).Sum(code => (double)Support(code) * PredictedCount(code));
            double taken =
                n * n - Enumerable.Range(0, Classes).Sum(code => (double)PredictedCount(code) * PredictedCount(code));
            double support = n * n - Enumerable.Range(0, Classes).Sum(code => (double)Support(code) * Support(code));
            double scale = Math.Sqrt(taken) * Math.Sqrt(support);
            return scale == 0 ? 0 : (Correct.Successes * n - product) / scale;
        }
    }

    /// <summary>
    /// Cohen's κ = (p − e)/(1 − e), with p the accuracy and e = Σtₖpₖ/n² what two independent guessers with these habits would reach:
    /// 1 is perfect, 0 is chance; 0 where e is 1. Cohen, "A Coefficient of Agreement for Nominal Scales", 1960.
    /// </summary>
    public double Kappa
    {
        get
        {
            double expected = Enumerable.Range(0, Classes).Sum(code => (double)Support(code) * PredictedCount(code));
            double chance = expected / Count / Count;
            return chance == 1 ? 0 : (Accuracy - chance) / (1 - chance);
        }
    }

    /// <summary>How many samples of a class there were.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public int Support(int code) => supports[code];

    /// <summary>How many samples were taken for a class.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public int PredictedCount(int code) => predictedCounts[code];

    /// <summary>The scores of one class.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public ClassScores Scores(int code)
    {
        int recognised = correct[code];
        int taken = PredictedCount(code);
        int support = Support(code);
        return new ClassScores(
            Ratio(recognised, taken),
            Ratio(recognised, support),
            Ratio(2L * recognised, (long)taken + support)
        );
    }

    /// <summary>Of the samples predicted as a class, the part that belongs to it; 0 where none was predicted.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Precision(int code) => Scores(code).Precision;

    /// <summary>Of the samples of a class, the part that was classified correctly; 0 where it has none.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double Recall(int code) => Scores(code).Recall;

    /// <summary>The harmonic mean of precision and recall, 2PR/(P + R); 0 where both are 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such class.</exception>
    public double F1(int code) => Scores(code).F1;

    private ClassScores Average(Func<int, double> weight)
    {
        (double precision, double recall, double f1) = (0, 0, 0);
        for (int code = 0; code < Classes; code++)
        {
            ClassScores scores = Scores(code);
            precision += weight(code) * scores.Precision;
            recall += weight(code) * scores.Recall;
            f1 += weight(code) * scores.F1;
        }
        return new ClassScores(precision, recall, f1);
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
