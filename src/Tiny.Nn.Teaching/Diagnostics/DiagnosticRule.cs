namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>One thing that can be wrong with a training, and how it is recognized. Without state.</summary>
internal abstract class DiagnosticRule
{
    /// <summary>What it looks for.</summary>
    public abstract SymptomKind Kind { get; }

    /// <summary>Looks for it; null where there is nothing of that kind, or nothing to tell by.</summary>
    public abstract Symptom? Diagnose(TrainingObservations observations);

    private protected Symptom Found(params IReadOnlyList<Evidence> evidence) => new(Kind, evidence);
}
