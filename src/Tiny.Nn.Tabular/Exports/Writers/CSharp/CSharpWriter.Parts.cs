using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.CSharp;

// What the steps are made of: functions, helpers and tables.
internal sealed partial class CSharpWriter
{
    private void WriteFormulas()
    {
        foreach ((Formula formula, Width width) in Plan.Formulas)
        {
            string kind = Type(width);
            (IReadOnlyList<string> lines, string result) = Csharp.Write(
                formula.Trace(Plan.Bits(width)),
                formula.Arguments,
                Plan.Bits(width)
            );
            Code.Line($"// {ExportText.Comment(formula.Name)}");
            string head =
                $"private static {kind} {Name(formula)}({string.Join(", ", formula.Arguments.Select(argument => $"{kind} {argument}"))})";
            if (lines.Count == 0)
            {
                Code.Line($"{head} => {result};\n");
                continue;
            }
            Code.Block($"{head}\n{{", "}\n", () => Code.Line(string.Join('\n', lines.Append($"return {result};"))));
        }
    }

    private void WriteHelpers()
    {
        string kind = Type(Width.Network);
        List<string> helpers = [];
        if (Helpers.Contains(Operation.PowerOfTwo))
        {
            helpers.Add(Runtime["power of two"]);
        }
        if (Helpers.Overlaps([Operation.Significand, Operation.Exponent]))
        {
            helpers.Add(Runtime["significand"]);
        }
        helpers.Add(Runtime.With("multiply", ("NUMBER", kind), ("MATH", kind == "float" ? "MathF" : "Math")));
        helpers.AddRange(
            Plan.Steps.OfType<Reduce>()
                .Select(step => Type(step.Source.Vector.Width))
                .Distinct()
                .Select(one => Runtime.With("reductions", ("NUMBER", one)))
        );
        if (Plan.Steps.Any(step => step is Rank))
        {
            helpers.Add(Runtime["rank"]);
        }
        if (Plan.Columns.Any(column => column is LevelColumn or TextColumn))
        {
            helpers.Add(Runtime["missing texts"]);
        }
        if (Plan.Columns.Any(column => column is LevelColumn))
        {
            helpers.Add(Runtime["levels"]);
        }
        if (Plan.Steps.Any(step => step is CountWords))
        {
            helpers.Add(Runtime["words"]);
        }
        foreach (string helper in helpers)
        {
            Code.Line(helper + "\n");
        }
    }

    private void WriteTables()
    {
        if (Plan.Columns.Any(column => column is LevelColumn or TextColumn))
        {
            WriteTexts("MissingTexts", "string", Plan.MissingTexts);
        }
        foreach (
            (int place, LevelColumn column) in Plan
                .Columns.Index()
                .Where(one => one.Item is LevelColumn)
                .Select(one => (one.Index, (LevelColumn)one.Item))
        )
        {
            WriteTexts($"Column{place}Levels", "string", column.Levels);
            WriteTexts($"Column{place}Keys", "string?", column.Keys);
        }
        foreach (Table table in Plan.Tables)
        {
            WriteNumbers(
                Name(table),
                Type(table.Width),
                table.Values.Select(value => Csharp.Number(value, Plan.Bits(table.Width)))
            );
        }
        foreach (Indices list in Plan.Lists)
        {
            WriteNumbers(Name(list), "int", list.Values.Select(value => FormattableString.Invariant($"{value}")));
        }
    }

    private void WriteTexts(string name, string kind, IEnumerable<string?> texts) =>
        Code.Block(
            $"private static readonly {kind}[] {name} =\n[",
            "];\n",
            () => Code.List(texts.Select(text => text is null ? "null" : ExportText.Quote(text)))
        );

    private void WriteNumbers(string name, string kind, IEnumerable<string> numbers) =>
        Code.Block($"private static ReadOnlySpan<{kind}> {name} =>\n[", "];\n", () => Code.List(numbers));
}
