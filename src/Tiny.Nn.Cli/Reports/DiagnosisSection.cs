using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Cli.Reports;

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
                PageParts.Paragraph(symptom.Evidence),
                Markup.Element("p", Markup.Class("small"), $"→ {symptom.Advice}"),
            }
        );
        yield return PageParts.Section(
            "Diagnosis",
            diagnosis.Count == 0 ? [PageParts.Paragraph("No rule found anything wrong with this training.")] : found
        );
    }
}
