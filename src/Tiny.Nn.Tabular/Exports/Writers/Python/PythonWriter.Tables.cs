using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Python;

// What never changes: texts, numbers, and the rows that prove the file.
internal sealed partial class PythonWriter
{
    private void WriteTables()
    {
        Code.Line(
            $"\n\n_MISSING_TEXTS: Sequence[str] = {Language.List(Plan.MissingTexts.Select(text => Language.Quote(text.ToLowerInvariant())))}"
        );
        foreach ((int place, Column column) in Plan.Columns.Index())
        {
            if (column is LevelColumn level)
            {
                Code.Line($"_LEVELS_{place}: Sequence[str] = {Language.List(level.Levels.Select(Language.Quote))}");
                Code.Line($"_KEYS_{place}: Sequence[str | None] = {Language.List(level.Keys.Select(Language.Cell))}");
            }
        }
        foreach (Table table in Plan.Tables)
        {
            int bits = Plan.Bits(table.Width);
            Code.Block(
                $"{Name(table)} = array(\"{(bits == 24 ? 'f' : 'd')}\", [",
                "])",
                () => Code.List(table.Values.Select(value => Language.Entry(value, bits)))
            );
        }
        foreach (Indices list in Plan.Lists)
        {
            Code.Line($"{Name(list)}: Sequence[int] = {Language.List(list.Values.Select(ExportText.Whole))}");
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
            () => WriteProbes(Language)
        );
        Code.Line(
            "\n"
                + Runtime.With(
                    "self-test",
                    ("{1}", ScriptFlag.SelfTest),
                    ("IS_MISTAKEN", Plan.Answer is ClassAnswer ? "_choose(answer) != chosen" : "0")
                )
        );
    }
}
