namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// Inputs whose root mean square is above 10, or all of which are below 0.01: weights start with a size that suits inputs of about 1.
/// LeCun, Bottou, Orr, Müller, "Efficient BackProp", 1998, section 4.3.
/// </summary>
internal sealed class UnscaledInputsRule : DiagnosticRule
{
    /// <summary>An input above this is large.</summary>
    public const double Large = 10;

    /// <summary>An input below this is small.</summary>
    public const double Small = 0.01;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.UnscaledInputs;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);

        // An input that is always 0 tells nothing of a scale.
        InputPlace[] inputs = [.. observations.Inputs.Where(input => input.Size > 0)];
        InputPlace[] large = [.. inputs.Where(input => input.Size > Large).OrderByDescending(input => input.Size)];
        if (large.Length == 0 && !inputs.All(input => input.Size < Small) || inputs.Length == 0)
        {
            return null;
        }
        return Found(
            new("inputs", observations.Inputs.Count),
            new("unscaled", large.Length == 0 ? inputs.Length : large.Length),
            new("largest", inputs.Max(input => input.Size)),
            new("smallest", inputs.Min(input => input.Size))
        ) with
        {
            Places = large.Length == 0 ? inputs : large,
        };
    }
}
