using System.Xml.Linq;
using Tiny.Nn.Cli.Rendering.Svg;

namespace Tiny.Nn.Cli.Rendering.Html;

/// <summary>What was wrong with the training, where somebody asked.</summary>
internal static class DiagnosisSection
{
    internal static IEnumerable<XElement> Create(IReadOnlyList<SymptomText>? diagnosis)
    {
        if (diagnosis is null)
        {
            yield break;
        }
        IEnumerable<XElement> found = diagnosis.SelectMany(symptom =>
            new[]
            {
                Markup.Element("h3", symptom.Title),
                ReportSections.Paragraph(symptom.Evidence),
                Markup.Element("p", Markup.Class("small"), $"→ {symptom.Advice}"),
            }
        );
        yield return ReportSections.Section(
            "Diagnosis",
            diagnosis.Count == 0
                ? [ReportSections.Paragraph("No rule found anything wrong with this training.")]
                : found
        );
    }
}
