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
            Operation.PowerOfTwo,
            "power of two single",
            inWide.Contains(Operation.PowerOfTwo),
            "power of two double"
        );
        WriteIf(Operation.Exponent, "significand single", inWide.Contains(Operation.Exponent), "significand double");
        foreach (
            string part in Plan
                .Steps.OfType<Multiply>()
                .Select(step => step.Scales is null ? "multiply" : "multiply bytes")
                .Distinct()
        )
        {
            Code.Line(
                Runtime.With(part, ("MULTIPLY_ADD", isDouble ? "FUSED_REAL" : "FUSED"), ("NUMBER", Type(Width.Network)))
                    + "\n"
            );
        }
        foreach (
            (Reduction reduction, Width width) in Plan
                .Steps.OfType<Reduce>()
                .Select(step => (step.Reduction, step.Source.Vector.Width))
                .Distinct()
        )
        {
            string part = reduction switch
            {
                Reduction.Largest => "largest",
                Reduction.Sum => "sum",
                _ => "folded sum",
            };
            Code.Line(
                Runtime.With(part, ("_NUMBER", width == Width.Network ? "" : "_real"), ("NUMBER", Type(width))) + "\n"
            );
        }
        WriteRank();
    }

    private void WriteRank()
    {
        if (Plan.Steps.Any(step => step is Rank))
        {
            Code.Line(Runtime.With("rank", ("NUMBER", RealType)) + "\n");
        }
    }

    /// <summary>What float functions need; under EXACT what those of double need, and of float only what the network's need.</summary>
    private void WriteIf(Operation operation, string single, bool inWide, string exact)
    {
        bool any = Helpers.Contains(operation);
        bool inNetwork =
            Plan.NetworkBits == 24
            && Plan.Formulas.Any(one =>
                one.Width == Width.Network && one.Formula.Trace(24).Lines.Any(line => line.Operation == operation)
            );
        if (any && inNetwork)
        {
            Code.Line(Runtime[single] + "\n");
        }
        else if (any)
        {
            Code.Line($"#ifndef EXACT\n{Runtime[single]}\n#endif\n");
        }
        if (inWide)
        {
            Code.Line($"#ifdef EXACT\n{Runtime[exact]}\n#endif\n");
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
        Code.Line(Runtime["missing texts"] + "\n");
        if (hasText)
        {
            Code.Line(
                "static int text_is_missing(const char *text)\n{\n    const size_t length = trimmed(&text);\n    return is_missing(text, length);\n}\n"
            );
            Code.Line(Runtime.With("words", ("NUMBER", RealType)) + "\n");
            Code.Line(levels.Length > 0 ? "#ifndef NO_STRINGS" : "");
        }
        if (levels.Length > 0)
        {
            WriteLevels(levels);
            Code.Line("#endif\n");
        }
    }

    private (string, string) Prefix => ("MODEL", prefix);

    private void WriteLevels(LevelColumn[] levels)
    {
        bool hasNumbers = levels.Any(level => level.Writing == LevelWriting.Number);
        if (hasNumbers)
        {
            Code.Line(Runtime.With("number key", ("DECIMAL_MARK", $"'{Plan.DecimalMark}'")) + "\n");
        }
        Code.Line(
            Runtime.With("level", Prefix)
                + (hasNumbers ? $" {Runtime["level of a number"].TrimStart()}" : "")
                + $"\n{Runtime.With("level found", Prefix)}\n"
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
