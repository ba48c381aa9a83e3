using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.JavaScript;

/// <summary>A plan as one module of JavaScript, for browsers and node, without dependencies.</summary>
internal sealed partial class JavaScriptWriter : SourceWriter
{
    private static readonly RuntimeText Runtime = new(typeof(JavaScriptWriter), "runtime.mjs");

    private static readonly JavaScriptSyntax Language = new();

    private JavaScriptWriter(Plan plan)
        : base(plan, []) =>
        NameAll(
            table => "k" + Identifiers.Pascal(table, "table"),
            formula => "of" + Identifiers.Pascal(formula, "function")
        );

    /// <summary>The text of the module.</summary>
    /// <param name="plan">What it computes.</param>
    /// <param name="head">What stands in its head, line by line.</param>
    internal static string Write(Plan plan, IReadOnlyList<string> head) => new JavaScriptWriter(plan).Write(head);

    private string Write(IReadOnlyList<string> head)
    {
        Code.Line($"// {string.Join("\n// ", head)}\n// node this-file.mjs {ScriptFlag.SelfTest}\n");
        WritePredict();
        WriteParts();
        WriteTables();
        WriteProbes();
        return Code.ToString();
    }

    private void WritePredict()
    {
        Code.Line("/**\n * A row: a value for each column under its name; one that is not there is missing.");
        string kinds = string.Join(
            ", ",
            Plan.Columns.Select(column => $"{ExportText.Quote(column.Name)}?: {Kind(column)} | null")
        );
        Code.Line($" * @typedef {{{{ {kinds.Replace("*/", "*\\u002f", StringComparison.Ordinal)} }}}} Row\n */\n");
        Code.Block(
            "export const columns = [",
            "];\n",
            () => Code.List(Plan.Columns.Select(column => ExportText.Quote(column.Name)))
        );
        string about = ExportText.Comment(Plan.Answer.Name);
        if (Plan.Answer is not ClassAnswer classes)
        {
            Code.Line($"/**\n * {about} of a row.\n * @param {{Row}} row\n * @returns {{number}}\n */");
            Code.Block("export function predict(row) {", "}\n", () => Code.Line("run(row);\nreturn answer[0];"));
            return;
        }
        Code.Block("export const classes = [", "];\n", () => Code.List(classes.Classes.Select(ExportText.Quote)));
        Code.Line(
            $"/**\n * {about} of a row, and the probability of each class.\n * @param {{Row}} row\n * @returns {{{{ label: string, probabilities: Record<string, number> }}}}\n */"
        );
        Code.Block(
            "export function predict(row) {",
            "}\n",
            () =>
            {
                Code.Line("run(row);");
                Code.Line(
                    "return { label: classes[choose()], probabilities: Object.fromEntries(classes.map((name, i) => [name, answer[i]])) };"
                );
            }
        );
        string chosen = classes.Positive is { } positive
            ? $"answer[{positive}] > {Language.Number(classes.Threshold, 53)} ? {positive} : {1 - positive}"
            : "answer.reduce((best, p, i) => (p > answer[best] ? i : best), 0)";
        Code.Line($"const choose = () => {chosen};\n");
    }

    private static string Kind(Column column) =>
        column switch
        {
            NumberColumn => "number | string",
            DateColumn => "Date | string | number",
            LevelColumn => "string | number | boolean",
            _ => "string",
        };

    private void WriteParts()
    {
        Code.Line($"const cells = new Float64Array({Plan.Columns.Count});");
        Code.Line($"const n = new {Array(Width.Network)}({Plan.NetworkScratch});");
        Code.Line($"const w = new Float64Array({Plan.WideScratch});");
        Code.Line($"const answer = new Float64Array({Plan.Answer.Length});\n");
        Code.Block("function run(row) {", "}\n", WriteRun);
        Code.Line(Runtime.With("arithmetic", ("ROUND", Plan.NetworkBits == 24 ? "f" : "")) + "\n");
        if (Plan.Steps.Any(step => step is Reduce))
        {
            Code.Line(Runtime["reductions"] + "\n");
        }
        if (Plan.Steps.Any(step => step is Rank))
        {
            Code.Line(Runtime["rank"] + "\n");
        }
        Code.Line(Runtime.With("cells", ("\\{0}", $"\\{Plan.DecimalMark}")) + "\n");
        if (Plan.Steps.Any(step => step is CountWords))
        {
            Code.Line(Runtime["words"] + "\n");
        }
        foreach ((Formula formula, Width width) in Plan.Formulas)
        {
            int bits = Plan.Bits(width);
            (IReadOnlyList<string> lines, string result) = Language.Write(formula.Trace(bits), formula.Arguments, bits);
            Code.Line($"// {ExportText.Comment(formula.Name)}");
            Code.Block(
                $"function {Name(formula)}({string.Join(", ", formula.Arguments)}) {{",
                "}\n",
                () => Code.Line(string.Join('\n', lines.Append($"return {result};")))
            );
        }
    }

    private void WriteRun()
    {
        Code.Block(
            "for (const name of Object.keys(row)) {",
            "}",
            () =>
                Code.Line(
                    "if (!columns.includes(name)) throw new TypeError(`There is no column \"${name}\". The columns are: ${columns.join(\", \")}.`);"
                )
        );
        foreach ((int place, Column column) in Plan.Columns.Index())
        {
            string value = $"row[columns[{place}]]";
            Code.Line(
                $"cells[{place}] = "
                    + column switch
                    {
                        NumberColumn => $"number({value}, columns[{place}]);",
                        DateColumn => $"days({value}, columns[{place}]);",
                        TextColumn => $"isMissing(text({value})) ? NaN : 0;",
                        _ => $"level({value}, levels{place});",
                    }
            );
        }
        WriteSteps();
    }

    private string Array(Width width) => Plan.Bits(width) == 24 ? "Float32Array" : "Float64Array";

    private static string Part(Slice slice) =>
        $"{Memory(slice.Vector)}.subarray({slice.Begin}, {slice.Begin + slice.Length})";

    protected override string Remark(string text) => $"// {text}";

    protected override void WriteLoop(int count, string line) => Code.Line($"for (let i = 0; i < {count}; i++) {line}");

    protected override void Write(Multiply multiply) =>
        Code.Line(
            $"multiply({Name(multiply.Weights)}, {(multiply.Bias is { } bias ? Name(bias) : "null")}, {Part(multiply.Source)}, {Part(multiply.Target)}, {multiply.Groups});"
        );

    protected override void Write(Reduce reduce)
    {
        string round = Plan.Bits(reduce.Source.Vector.Width) == 24 ? "f" : "Number";
        string value = reduce.Reduction switch
        {
            Reduction.Largest => $"largest({Part(reduce.Source)})",
            Reduction.Sum => $"sum({Part(reduce.Source)}, {round})",
            _ => $"foldedSum({Part(reduce.Source)}, {round})",
        };
        Code.Line($"{Element(reduce.Target.Vector, reduce.Target.Begin, null)} = {value};");
    }

    protected override void Write(Rank rank) =>
        Code.Line($"rank({Name(rank.Landmarks)}, {Part(rank.Source)}, {Part(rank.Target)});");

    protected override void Write(CountWords words) =>
        Code.Line($"countWords(row[columns[{words.Column}]], {Part(words.Target)});");
}
