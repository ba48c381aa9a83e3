namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// A loss before the first step that is more than some times that of answers which know nothing, or less than a fraction of it. Small
/// random weights answer nearly the same to everything, which for K classes costs about ln K.
/// Stanford CS231n, "Neural Networks Part 3: Learning and Evaluation", sanity checks.
/// </summary>
internal sealed class InitialLossRule : DiagnosticRule
{
    /// <summary>So many times the reference, for classes, is too much.</summary>
    public const double MostForClasses = 3;

    /// <summary>So many times the reference, for numbers, is too much: a squared error starts with the variance of the first answers added.</summary>
    public const double MostForNumbers = 10;

    /// <summary>Less than this share of the reference cannot be chance.</summary>
    public const double Least = 0.2;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.InitialLoss;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        double ratio = observations.Start.Loss / observations.ReferenceLoss;
        double most = observations.Classes > 0 ? MostForClasses : MostForNumbers;
        return observations.ReferenceLoss == 0 || ratio >= Least && ratio <= most
            ? null
            : Found(
                new("initial_loss", observations.Start.Loss),
                new("expected_loss", observations.ReferenceLoss),
                new("ratio", ratio),
                new("classes", observations.Classes)
            );
    }
}
