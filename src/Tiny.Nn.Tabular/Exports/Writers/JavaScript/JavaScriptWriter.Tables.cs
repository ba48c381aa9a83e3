using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.JavaScript;

// What never changes: texts, numbers, and the rows that prove the module.
internal sealed partial class JavaScriptWriter
{
    private void WriteTables()
    {
        Code.Line(
            $"const missingTexts = [{string.Join(", ", Plan.MissingTexts.Select(text => ExportText.Quote(text.ToLowerInvariant())))}];"
        );
        foreach ((int place, Column column) in Plan.Columns.Index())
        {
            if (column is LevelColumn level)
            {
                string keys = string.Join(", ", level.Keys.Select(key => key is null ? "null" : ExportText.Quote(key)));
                Code.Line(
                    $"const levels{place} = {{ levels: [{string.Join(", ", level.Levels.Select(ExportText.Quote))}], keys: [{keys}], writing: {(int)level.Writing} }};"
                );
            }
        }
        foreach (Table table in Plan.Tables)
        {
            Code.Block(
                $"const {Name(table)} = new {Array(table.Width)}([",
                "]);",
                () =>
                    Code.List(
                        table.Values.Select(value =>
                            Plan.Bits(table.Width) == 24
                                ? Language.Number(value, 53) is var exact && float.IsFinite((float)value)
                                    ? ((float)value).ToString("R", System.Globalization.CultureInfo.InvariantCulture)
                                    : exact
                                : Language.Number(value, 53)
                        )
                    )
            );
        }
        foreach (Indices list in Plan.Lists)
        {
            Code.Line($"const {Name(list)} = [{string.Join(", ", list.Values)}];");
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
        Code.Block(
            "\nconst probes = [",
            "];\n",
            () =>
            {
                foreach (Probe probe in Plan.Probes)
                {
                    Code.Line($"// {ExportText.Comment(probe.About)}");
                    string row = string.Join(
                        ", ",
                        probe.Cells.Select(cell =>
                            cell switch
                            {
                                null => "null",
                                string text => ExportText.Quote(text),
                                double number => Language.Number(number, 53),
                                _ => throw new InvalidOperationException("A probe has a cell of another kind."),
                            }
                        )
                    );
                    Code.Line(
                        $"[[{row}], [{string.Join(", ", probe.Answer.Select(value => Language.Number(value, 53)))}], {probe.Chosen}],"
                    );
                }
            }
        );
        Code.Line(
            JavaScriptText
                .SelfTest.Replace("{1}", ScriptFlag.SelfTest, StringComparison.Ordinal)
                .Replace("{0}", Plan.Answer is ClassAnswer ? "true" : "false", StringComparison.Ordinal)
        );
    }
}
