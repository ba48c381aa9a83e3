using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Check;

/// <summary>What columns are, and what is odd about them.</summary>
internal static class CheckDescription
{
    internal static Result Of(Table table)
    {
        ResultTable columns = DataDescription.Columns(table.Schema);
        ResultTable findings = DataDescription.Findings(table.Findings);
        return new Result(
            [
                new("data", Value.Of(table.Source)),
                new("rows", Value.Of(table.Rows)),
                new("target", Value.Of(table.Target?.Name)),
                new("columns", columns.List),
                new("ignored", Value.Of(table.Ignored)),
                new("findings", findings.List),
            ],
            [
                columns,
                findings.Rows.Count > 0
                    ? DataDescription.FindingsInShort(table.Findings)
                    : new Line($"Nothing odd was found in {table.Rows} rows."),
            ]
        );
    }
}
