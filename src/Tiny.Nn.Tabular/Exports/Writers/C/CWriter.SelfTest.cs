using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.C;

// The proof that a file carries.
internal sealed partial class CWriter
{
    private void WriteSelfTest()
    {
        Code.Line("#ifdef SELF_TEST\n#include <stdio.h>\n");
        Code.Block(
            $"static const {name}_row probes[] = {{",
            "};\n",
            () =>
            {
                foreach (Probe probe in Plan.Probes)
                {
                    Code.Line(
                        $"{{ {string.Join(", ", probe.Cells.Select((cell, place) => Cell(Plan.Columns[place], cell)))} }}, /* {ExportText.Comment(probe.About)} */"
                    );
                }
            }
        );
        Code.Block(
            $"static const {RealType} answers[][{Plan.Answer.Length}] = {{",
            "};\n",
            () =>
                Code.List(Plan.Probes.Select(probe => $"{{ {string.Join(", ", probe.Answer.Select(CSyntax.Real))} }}"))
        );
        Code.Line(
            Runtime.With(
                "self-test",
                ("MODEL", name),
                ("ANSWER_LENGTH", FormattableString.Invariant($"{Plan.Answer.Length}"))
            )
        );
        Code.Line("#endif");
    }

    private string Cell(Column column, object? cell) =>
        (column, cell) switch
        {
            (LevelColumn, null) => $"{prefix}_MISSING",
            (LevelColumn level, string text) => level.Levels.Contains(text)
                ? names.Level(level, level.Levels.ToList().IndexOf(text))
                : $"{prefix}_UNSEEN",
            (TextColumn, null) => "0",
            (TextColumn, string text) => ExportText.QuoteBytes(text),
            (_, double number) => CSyntax.Real(number),
            _ => "NAN",
        };
}
