namespace Tiny.Nn.Teaching.Drawing.Symptoms;

/// <summary>Symptoms as notes: what is wrong, what it is seen by, what to try.</summary>
internal static class SymptomNotes
{
    private static readonly Caption Nothing = new(
        "No rule of the diagnosis found anything wrong with this training.",
        "診断の規則では、この学習に問題は見つかりませんでした。"
    );

    private static readonly Caption Diagnosis = new("diagnosis: ", "診断：");
    private static readonly Caption Evidence = new("seen by: ", "根拠：");
    private static readonly Caption Advice = new("try: ", "対策：");

    internal static void Write(Action<string> note, IReadOnlyList<SymptomText> symptoms, Language language)
    {
        if (symptoms.Count == 0)
        {
            note($"{Diagnosis.In(language)}{Nothing.In(language)}");
        }
        foreach (SymptomText symptom in symptoms)
        {
            note($"{Diagnosis.In(language)}{symptom.Title}");
            note($"  {Evidence.In(language)}{symptom.Evidence}");
            note($"  {Advice.In(language)}{symptom.Advice}");
        }
    }
}
