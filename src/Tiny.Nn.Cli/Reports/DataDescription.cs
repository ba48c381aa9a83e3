using System.Text.Json;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What columns are, and what is odd about them.</summary>
internal static class DataDescription
{
    private const int MostLevelsShown = 5;

    private static readonly TableColumns<Feature> ByColumn = new TableColumns<Feature>()
        .Text("name", "column", feature => Value.Of(feature.Name))
        .Words("kind", "kind", feature => Value.Of(feature.Kind))
        .Text("levels", "levels", Levels);

    private static readonly TableColumns<Finding> ByFinding = new TableColumns<Finding>()
        .Words("kind", "finding", finding => Value.Of(JsonNamingPolicy.KebabCaseLower.ConvertName($"{finding.Kind}")))
        .Text("column", "column", finding => Value.Of(finding.Column))
        .Words("evidence", "evidence", finding => Value.Of(AdviceWords.Evidence(finding)));

    private static readonly TableColumns<EncodingNote> ByNote = new TableColumns<EncodingNote>()
        .Text("feature", "note", note => Value.Of(note.Feature))
        .Words("note", "", note => Value.Of(note.Text));

    internal static ResultTable Columns(IEnumerable<Feature> schema) => ByColumn.Of("", schema);

    internal static ResultTable Findings(IEnumerable<Finding> findings) => ByFinding.Of("", findings);

    /// <summary>The same for people: what was found in many columns is one row.</summary>
    internal static ResultTable FindingsInShort(IReadOnlyList<Finding> findings)
    {
        ILookup<FindingKind, Finding> kinds = findings.ToLookup(finding => finding.Kind);
        IEnumerable<Finding> rows = kinds.SelectMany(kind =>
            ColumnGroups
                .OfKind(kind)
                .Select(remark => new Finding(kind.Key, remark.Count > 1 ? remark.Columns : remark.Column, remark.Text))
        );
        return Findings(kinds.Any(kind => kind.Skip(ColumnGroups.MostAlone).Any()) ? rows : findings);
    }

    internal static ResultTable Notes(TableEncoding encoding) => ByNote.Of("", encoding.Notes);

    /// <summary>What was read to train a model.</summary>
    internal static Value Training(Table table, TableEncoding encoding) =>
        Field.Group(
            new("source", Value.Of(table.Source)),
            new("rows", Value.Of(table.Rows)),
            new("features", Value.Of(table.FeatureNames)),
            new("columns", Columns(table.Schema).List),
            new("ignored", Value.Of(table.Ignored)),
            new("findings", Findings(table.Findings).List),
            new("target", Value.Of(table.Target!.Name)),
            new("notes", Notes(encoding).List)
        );

    private static Value Levels(Feature feature)
    {
        if (feature is not CategoryFeature category)
        {
            return Value.Absent;
        }
        IReadOnlyList<string> levels = category.Levels;
        string more = levels.Count > MostLevelsShown ? $", … ({levels.Count})" : "";
        return Value.Of(levels) with { Text = string.Join(", ", levels.Take(MostLevelsShown)) + more };
    }
}
