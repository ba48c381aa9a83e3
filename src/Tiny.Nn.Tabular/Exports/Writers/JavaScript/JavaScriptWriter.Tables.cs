using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.JavaScript;

// What never changes: texts, numbers, and the rows that prove the module.
internal sealed partial class JavaScriptWriter
{
    private void WriteTables()
    {
        Code.Line(
            $"const missingTexts = {Language.List(Plan.MissingTexts.Select(text => Language.Quote(text.ToLowerInvariant())))};"
        );
        foreach ((int place, Column column) in Plan.Columns.Index())
        {
            if (column is LevelColumn level)
            {
                Code.Line(
                    $"const levels{place} = {{ levels: {Language.List(level.Levels.Select(Language.Quote))}, keys: {Language.List(level.Keys.Select(Language.Cell))}, writing: {(int)level.Writing} }};"
                );
            }
        }
        foreach (Table table in Plan.Tables)
        {
            Code.Block(
                $"const {Name(table)} = new {Array(table.Width)}([",
                "]);",
                () => Code.List(table.Values.Select(value => Language.Entry(value, Plan.Bits(table.Width))))
            );
        }
        foreach (Indices list in Plan.Lists)
        {
            Code.Line($"const {Name(list)} = {Language.List(list.Values.Select(ExportText.Whole))};");
        }
        if (Plan.Steps.Any(step => step is CountWords))
        {
            Code.Block(
                "const letters = [",
                "];",
                () => Code.List(WordTable.Letters.Select(range => $"[{range.First}, {range.Last}]"))
            );
            Code.Block(
                "const capitals = [",
                "];",
                () =>
                    Code.List(
                        WordTable.Lower.Select(range => $"[{range.First}, {range.Last}, {range.Step}, {range.Change}]")
                    )
            );
        }
    }

    private void WriteProbes()
    {
        Code.Block("\nconst probes = [", "];\n", () => WriteProbes(Language));
        Code.Line(
            Runtime.With(
                "self-test",
                ("{1}", ScriptFlag.SelfTest),
                ("IS_CLASS", Plan.Answer is ClassAnswer ? "true" : "false")
            )
        );
    }
}
