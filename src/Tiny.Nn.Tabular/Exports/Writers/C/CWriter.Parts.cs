using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.C;

// What the steps are made of: tables, helpers, functions, texts.
internal sealed partial class CWriter
{
    private void WriteTables()
    {
        HashSet<Table> bytes =
        [
            .. Plan.Steps.OfType<Multiply>().Where(step => step.Scales is not null).Select(step => step.Weights),
        ];
        foreach (Table table in Plan.Tables)
        {
            if (bytes.Contains(table))
            {
                WriteTable(
                    $"int8_t {Name(table)}",
                    table.Values.Select(value => FormattableString.Invariant($"{(int)value}"))
                );
                continue;
            }
            WriteTable(
                $"{Type(table.Width)} {Name(table)}",
                table.Values.Select(value =>
                    Plan.Bits(table.Width) == 24 ? Language.Number(value, 24) : CSyntax.Real(value)
                )
            );
        }
        foreach (Indices list in Plan.Lists)
        {
            WriteTable($"uint16_t {Name(list)}", list.Values.Select(value => FormattableString.Invariant($"{value}")));
        }
        if (Plan.Steps.Any(step => step is CountWords))
        {
            WriteTable(
                "uint32_t letters[][2]",
                WordTable.Letters.Select(range => FormattableString.Invariant($"{{{range.First}, {range.Last}}}"))
            );
            WriteTable(
                "uint32_t capitals[][4]",
                WordTable.Lower.Select(range =>
                    FormattableString.Invariant($"{{{range.First}, {range.Last}, {range.Step}, {(uint)range.Change}u}}")
                )
            );
        }
    }

    private void WriteTable(string name, IEnumerable<string> entries)
    {
        string sized = name.Contains('[', StringComparison.Ordinal) ? name : $"{name}[]";
        Code.Block($"static const {sized} FLASH = {{", "};\n", () => Code.List(entries));
    }

    private void WriteHelpers()
    {
        bool isDouble = Plan.NetworkBits == 53;
        HashSet<Operation> inWide =
        [
            .. Plan
                .Formulas.Where(one => Plan.Bits(one.Width) == 53)
                .SelectMany(one => one.Formula.Trace(53).Lines)
                .Select(line => line.Operation),
        ];
        WriteIf(
            Helpers.Contains(Operation.PowerOfTwo),
            CText.PowerOfTwoSingle,
            inWide.Contains(Operation.PowerOfTwo),
            CText.PowerOfTwoDouble
        );
        WriteIf(
            Helpers.Contains(Operation.Exponent),
            CText.SignificandSingle,
            inWide.Contains(Operation.Exponent),
            CText.SignificandDouble
        );
        foreach (
            string text in Plan
                .Steps.OfType<Multiply>()
                .Select(step => step.Scales is null ? CText.Multiply : CText.MultiplyBytes)
                .Distinct()
        )
        {
            Code.Line(
                text.Replace("{0}", Type(Width.Network), StringComparison.Ordinal)
                    .Replace("{1}", isDouble ? "FUSED_REAL" : "FUSED", StringComparison.Ordinal) + "\n"
            );
        }
        foreach (
            (Reduction reduction, Width width) in Plan
                .Steps.OfType<Reduce>()
                .Select(step => (step.Reduction, step.Source.Vector.Width))
                .Distinct()
        )
        {
            string text = reduction switch
            {
                Reduction.Largest => CText.Largest,
                Reduction.Sum => CText.Sum,
                _ => CText.FoldedSum,
            };
            Code.Line(
                text.Replace("{0}", Type(width), StringComparison.Ordinal)
                    .Replace("{1}", width == Width.Network ? "" : "_real", StringComparison.Ordinal) + "\n"
            );
        }
        WriteRank();
    }

    private void WriteRank()
    {
        if (Plan.Steps.Any(step => step is Rank))
        {
            Code.Line(CText.Rank.Replace("{0}", RealType, StringComparison.Ordinal) + "\n");
        }
    }

    /// <summary>What float functions need; under EXACT what those of double need, and of float only what the network's need.</summary>
    private void WriteIf(bool any, string single, bool inWide, string exact)
    {
        bool inNetwork =
            Plan.NetworkBits == 24
            && Plan.Formulas.Any(one =>
                one.Width == Width.Network
                && one.Formula.Trace(24)
                    .Lines.Any(line =>
                        line.Operation == (single == CText.PowerOfTwoSingle ? Operation.PowerOfTwo : Operation.Exponent)
                    )
            );
        if (any && inNetwork)
        {
            Code.Line(single + "\n");
        }
        else if (any)
        {
            Code.Line($"#ifndef EXACT\n{single}\n#endif\n");
        }
        if (inWide)
        {
            Code.Line($"#ifdef EXACT\n{exact}\n#endif\n");
        }
    }

    private void WriteFormulas()
    {
        foreach ((Formula formula, Width width) in Plan.Formulas)
        {
            Code.Line($"/* {ExportText.Comment(formula.Name)} */");
            if (Plan.Bits(width) == 24)
            {
                WriteFormula(formula, 24);
                continue;
            }
            Code.Line("#ifdef EXACT");
            WriteFormula(formula, 53);
            Code.Line("#else");
            WriteFormula(formula, 24);
            Code.Line("#endif\n");
        }
    }

    private void WriteFormula(Formula formula, int bits)
    {
        string kind = bits == 24 ? "float" : "double";
        (IReadOnlyList<string> lines, string result) = Language.Write(formula.Trace(bits), formula.Arguments, bits);
        string arguments = string.Join(", ", formula.Arguments.Select(argument => $"{kind} {argument}"));
        Code.Block(
            $"static {kind} {Name(formula)}({arguments})\n{{",
            "}\n",
            () => Code.Line(string.Join('\n', lines.Append($"return {result};")))
        );
    }

    private void WriteTexts()
    {
        bool hasText = Plan.Columns.Any(column => column is TextColumn);
        LevelColumn[] levels = [.. Plan.Columns.OfType<LevelColumn>()];
        if (!hasText && levels.Length == 0)
        {
            return;
        }
        if (!hasText)
        {
            Code.Line("#ifndef NO_STRINGS");
        }
        Code.Block(
            "static const char *const missing_texts[] = {",
            "};\n",
            () => Code.List([.. Plan.MissingTexts.Select(ExportText.QuoteBytes), "\"\""])
        );
        Code.Line(CTexts.Missing + "\n");
        if (hasText)
        {
            Code.Line(
                "static int text_is_missing(const char *text)\n{\n    const size_t length = trimmed(&text);\n    return is_missing(text, length);\n}\n"
            );
            Code.Line(CWords.Count.Replace("{0}", RealType, StringComparison.Ordinal) + "\n");
            Code.Line(levels.Length > 0 ? "#ifndef NO_STRINGS" : "");
        }
        if (levels.Length > 0)
        {
            WriteLevels(levels);
            Code.Line("#endif\n");
        }
    }

    private void WriteLevels(LevelColumn[] levels)
    {
        bool hasNumbers = levels.Any(level => level.Writing == LevelWriting.Number);
        if (hasNumbers)
        {
            Code.Line(CTexts.NumberKey.Replace("{0}", $"{Plan.DecimalMark}", StringComparison.Ordinal) + "\n");
        }
        Code.Line(
            CTexts
                .Levels.Replace("{0}", prefix, StringComparison.Ordinal)
                .Replace("{1}", hasNumbers ? CTexts.LevelOfNumber.TrimEnd() : "", StringComparison.Ordinal) + "\n"
        );
        foreach (LevelColumn column in levels)
        {
            Code.Block(
                $"int {names.Finder(column)}(const char *text)\n{{",
                "}\n",
                () =>
                {
                    Code.Block(
                        "static const char *const levels[] = {",
                        "};",
                        () => Code.List(column.Levels.Select(ExportText.QuoteBytes))
                    );
                    Code.Block(
                        "static const char *const keys[] = {",
                        "};",
                        () => Code.List(column.Keys.Select(key => key is null ? "0" : ExportText.QuoteBytes(key)))
                    );
                    Code.Line($"return level(text, levels, keys, {column.Levels.Count}, {(int)column.Writing});");
                }
            );
        }
    }
}
