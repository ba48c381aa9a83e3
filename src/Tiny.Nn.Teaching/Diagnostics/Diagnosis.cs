namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>Says what is wrong with a training, as far as it can be seen from outside: docs/diagnosis.md has the rules and where they come from.</summary>
internal static class Diagnosis
{
    /// <summary>The rules, one for each <see cref="SymptomKind"/>, in its order.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } =
    [
        new UnscaledInputsRule(),
        new SymmetricStartRule(),
        new InitialLossRule(),
        new HighLearningRateRule(),
        new LowLearningRateRule(),
        new DeadUnitsRule(),
        new SaturationRule(),
        new VanishingGradientsRule(),
        new ExplodingGradientsRule(),
        new UnderfittingRule(),
        new OverfittingRule(),
        new SuspectLabelsRule(),
    ];

    /// <summary>All that the rules find, causes before what follows from them.</summary>
    public static IReadOnlyList<Symptom> Find(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return [.. Rules.Select(rule => rule.Diagnose(observations)).OfType<Symptom>()];
    }
}
