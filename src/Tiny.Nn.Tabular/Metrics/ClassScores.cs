namespace Tiny.Nn.Tabular.Metrics;

/// <summary>How well one class, or the average class, is recognised. Each score is from 0 to 1.</summary>
/// <param name="Precision">Of the samples predicted as the class, the part that belongs to it; 0 where none was predicted.</param>
/// <param name="Recall">Of the samples of the class, the part that was classified correctly; 0 where it has none.</param>
/// <param name="F1">The harmonic mean of the two; 0 where both are 0.</param>
public readonly record struct ClassScores(double Precision, double Recall, double F1)
{
    /// <summary>All three.</summary>
    public override string ToString() =>
        $"precision {Rounded.Text(Precision)}, recall {Rounded.Text(Recall)}, F1 {Rounded.Text(F1)}";
}
