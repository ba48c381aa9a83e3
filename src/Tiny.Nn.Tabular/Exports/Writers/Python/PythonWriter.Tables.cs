using System.Globalization;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Python;

// What never changes: texts, numbers, and the rows that prove the file.
internal sealed partial class PythonWriter
{
    private void WriteTables()
    {
        Code.Line(
            $"\n\n_MISSING_TEXTS: Sequence[str] = ({string.Concat(Plan.MissingTexts.Select(text => ExportText.QuoteWide(text.ToLowerInvariant()) + ", "))})"
        );
        foreach ((int place, Column column) in Plan.Columns.Index())
        {
            if (column is LevelColumn level)
            {
                Code.Line(
                    $"_LEVELS_{place}: Sequence[str] = ({string.Concat(level.Levels.Select(text => ExportText.QuoteWide(text) + ", "))})"
                );
                Code.Line(
                    $"_KEYS_{place}: Sequence[str | None] = ({string.Concat(level.Keys.Select(key => (key is null ? "None" : ExportText.QuoteWide(key)) + ", "))})"
                );
            }
        }
        foreach (Table table in Plan.Tables)
        {
            bool isSingle = Plan.Bits(table.Width) == 24;
            Code.Block(
                $"{Name(table)} = array(\"{(isSingle ? 'f' : 'd')}\", [",
                "])",
                () =>
                    Code.List(
                        table.Values.Select(value =>
                            isSingle && float.IsFinite((float)value)
                                ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
                                : Number(value)
                        )
                    )
            );
        }
        foreach (Indices list in Plan.Lists)
        {
            Code.Line($"{Name(list)}: Sequence[int] = ({string.Concat(list.Values.Select(value => $"{value}, "))})");
        }
        if (Plan.Steps.Any(step => step is CountWords))
        {
            Code.Block(
                "_LETTERS = (",
                ")",
                () => Code.List(WordTable.Letters.Select(range => $"({range.First}, {range.Last})"))
            );
            Code.Line("_FIRST_LETTERS = [first for first, _ in _LETTERS]");
            Code.Block(
                "_CAPITALS = (",
                ")",
                () =>
                    Code.List(
                        WordTable.Lower.Select(range => $"({range.First}, {range.Last}, {range.Step}, {range.Change})")
                    )
            );
        }
    }

    private void WriteProbes()
    {
        Code.Block(
            "_PROBES: Sequence[tuple[Sequence[object], Sequence[float], int]] = (",
            ")\n",
            () =>
            {
                foreach (Probe probe in Plan.Probes)
                {
                    Code.Line($"# {ExportText.Comment(probe.About)}");
                    string row = string.Concat(
                        probe.Cells.Select(cell =>
                            cell switch
                            {
                                null => "None, ",
                                string text => ExportText.QuoteWide(text) + ", ",
                                double number => Number(number) + ", ",
                                _ => throw new InvalidOperationException("A probe has a cell of another kind."),
                            }
                        )
                    );
                    Code.Line(
                        $"(({row}), ({string.Concat(probe.Answer.Select(value => Number(value) + ", "))}), {probe.Chosen}),"
                    );
                }
            }
        );
        Code.Line(
            "\n"
                + PythonText
                    .SelfTest.Replace("{1}", ScriptFlag.SelfTest, StringComparison.Ordinal)
                    .Replace(
                        "{0}",
                        Plan.Answer is ClassAnswer ? "_choose(answer) != chosen" : "0",
                        StringComparison.Ordinal
                    )
        );
    }
}
