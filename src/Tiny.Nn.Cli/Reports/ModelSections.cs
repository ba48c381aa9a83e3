using System.Xml.Linq;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Reports;

/// <summary>The parts of a page that say what a model is, and how it came to be.</summary>
internal static class ModelSections
{
    internal static IEnumerable<XElement> Create(ReportContent content)
    {
        Model<float> model = content.Model;
        if (model.Provenance.Epochs.Count > 0)
        {
            yield return PageParts.Section("Training", Training(model));
        }
        yield return PageParts.Section("Columns", [Schema(content), .. FileFindings(content.Table)]);
        yield return PageParts.Section("Network", Layers(model));
        if (model.Provenance.Settings.Count > 0)
        {
            yield return PageParts.Section("Settings", Settings(model.Provenance));
        }
    }

    private static XElement Training(Model<float> model)
    {
        string[] numbers =
        [
            $"{PageNumbers.Of(model.Provenance.Epochs.Count)} epochs on {PageNumbers.Of(model.Provenance.Rows)} rows",
            .. model.Provenance.Best is { } best
                ? [$"lowest loss {PageNumbers.Of(best.Monitored)} in epoch {best.Epoch}"]
                : Array.Empty<string>(),
        ];
        return PageParts.Charts(PageParts.Figure(string.Join(", ", numbers), LossChart.Draw(model.Provenance)));
    }

    private static XElement Schema(ReportContent content)
    {
        HtmlTable table = new(
            new TextHeading("column"),
            new TextHeading("kind"),
            new NumberHeading("inputs"),
            new TextHeading("what was done"),
            new TextHeading("what was found")
        );
        foreach (Feature feature in content.Model.Schema)
        {
            FeatureEncoding[] parts = [.. EncodingSummary.Parts(content.Model, feature)];
            IEnumerable<string> notes = content
                .Model.Encoding.Notes.Where(note => note.Feature == feature.Name)
                .Select(note => note.Text);
            table.Add(
                feature.Name,
                feature.Kind,
                PageNumbers.Of(parts.Sum(part => part.Outputs)),
                string.Join("; ", parts.Select(part => part.Description)),
                string.Join("; ", [.. notes, .. Findings(content.Table, feature.Name)])
            );
        }
        string target = content.Model.Target.Name;
        table.Add(target, "target", "", Target(content.Model), string.Join("; ", Findings(content.Table, target)));
        foreach (string name in content.Table.IdNames)
        {
            table.Add(name, "id", "", "names a row", "");
        }
        foreach (string name in content.Table.Ignored)
        {
            table.Add(name, "", "", "not used", string.Join("; ", Findings(content.Table, name)));
        }
        return table.ToElement();
    }

    private static string Target(Model<float> model) =>
        model.Target is ClassTarget classes ? $"{classes.Classes.Count} classes" : "a number, standardized";

    private static IEnumerable<string> Findings(Table<float> table, string? column) =>
        table.Findings.Where(finding => finding.Column == column).Select(AdviceWords.Evidence);

    private static IEnumerable<XElement> FileFindings(Table<float> table) =>
        Findings(table, null).Select(finding => PageParts.Paragraph($"The file: {finding}"));

    private static XElement Layers(Model<float> model)
    {
        HtmlTable table = new(
            new TextHeading("layer"),
            new NumberHeading("inputs"),
            new NumberHeading("outputs"),
            new NumberHeading("parameters")
        );
        foreach (LayerSummary layer in LayerSummary.Of(model))
        {
            table.Add(
                $"{layer.Kind} {layer.Detail}".TrimEnd(),
                PageNumbers.Of(layer.Inputs),
                PageNumbers.Of(layer.Outputs),
                PageNumbers.Of(layer.Parameters)
            );
        }
        table.Add("all", "", "", PageNumbers.Of(model.Network.Architecture.ParameterCount));
        return table.ToElement();
    }

    private static XElement Settings(Provenance provenance)
    {
        XElement list = Markup.Element("dl", Markup.Class("settings"));
        foreach ((string name, string value) in provenance.Settings)
        {
            list.Add(Markup.Element("div", Markup.Element("dt", name), Markup.Element("dd", value)));
        }
        return list;
    }
}
