using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.C;

/// <summary>
/// A plan as C99 for small machines: a header and a file, no allocation, constants in flash. float throughout, or with -DEXACT the bits of the engine.
/// </summary>
internal sealed partial class CWriter : SourceWriter
{
    private static readonly RuntimeText Runtime = new(typeof(CWriter), "runtime.c");

    private static readonly CSyntax Language = new();

    private readonly string file;
    private readonly string name;
    private readonly string prefix;
    private readonly CNames names;

    private CWriter(Plan plan, string name)
        : base(plan, [])
    {
        file = name;
        this.name =
            Identifiers.Snake(name, "model").TrimStart('_') is { Length: > 0 } plain && !char.IsAsciiDigit(plain[0])
                ? plain
                : $"model_{Identifiers.Snake(name, "").Trim('_')}".TrimEnd('_');
        prefix = this.name.ToUpperInvariant();
        names = new CNames(plan, this.name);
        NameAll(
            table => "k_" + Identifiers.Snake(table, "table"),
            formula => "of_" + Identifiers.Snake(formula, "function")
        );
    }

    private string RealType => $"{name}_real";

    /// <summary>The header and the file.</summary>
    /// <param name="plan">What they compute.</param>
    /// <param name="name">What the model is called, in the words of people.</param>
    /// <param name="head">What stands in their heads, line by line.</param>
    internal static (string Source, string Header) Write(Plan plan, string name, IReadOnlyList<string> head)
    {
        CWriter writer = new(plan, name);
        writer.WriteSource(head);
        string header = new CHeader(plan, writer.name, writer.names).Write(head);
        return (writer.Code.ToString(), header);
    }

    private void WriteSource(IReadOnlyList<string> head)
    {
        Code.Line($"/* {string.Join("\n   ", head)}\n\n   cc -std=c99 -O2 -c {ExportText.Comment(file)}.c");
        Code.Line($"   cc -std=c99 -O2 -DEXACT -DSELF_TEST {ExportText.Comment(file)}.c -lm && ./a.out");
        Code.Line(
            "   -DEXACT: double where the model computes in double, and its very bits (for all files that include the header)."
        );
        Code.Line("   -DNO_STRINGS: without the functions that find the level of a text. */");
        Code.Line($"#include \"{file}.h\"\n\n{Runtime["start"]}\n");
        WriteTables();
        WriteHelpers();
        WriteFormulas();
        WriteTexts();
        Code.Block($"static void run(const {name}_row *row, {RealType} *answer)\n{{", "}\n", WriteRun);
        WritePredict();
        WriteSelfTest();
    }

    private void WriteRun()
    {
        Code.Line($"{RealType} cells[{Plan.Columns.Count}];");
        if (Plan.NetworkScratch > 0)
        {
            Code.Line($"{Type(Width.Network)} n[{Plan.NetworkScratch}];");
        }
        if (Plan.WideScratch > 0)
        {
            Code.Line($"{RealType} w[{Plan.WideScratch}];");
        }
        Code.Line("int i;\n(void)cells;\n(void)i;");
        foreach ((int place, Column column) in Plan.Columns.Index())
        {
            string cell = $"row->{names.Fields[place]}";
            Code.Line(
                $"cells[{place}] = "
                    + column switch
                    {
                        TextColumn => $"text_is_missing({cell}) ? NAN : 0;",
                        LevelColumn => $"{cell} == {prefix}_MISSING ? NAN : ({RealType}){cell};",
                        _ => $"{cell};",
                    }
            );
        }
        WriteSteps();
    }

    private void WritePredict()
    {
        if (Plan.Answer is not ClassAnswer classes)
        {
            Code.Block(
                $"{RealType} {name}_predict(const {name}_row *row)\n{{",
                "}\n",
                () => Code.Line($"{RealType} answer;\nrun(row, &answer);\nreturn answer;")
            );
            return;
        }
        Code.Block(
            $"const char *const {name}_names[{classes.Length}] = {{",
            "};\n",
            () => Code.List(classes.Classes.Select(ExportText.QuoteBytes))
        );
        Code.Block(
            $"int {name}_predict(const {name}_row *row, {RealType} probabilities[{classes.Length}])\n{{",
            "}\n",
            () =>
            {
                if (classes.Positive is { } positive)
                {
                    Code.Line("run(row, probabilities);");
                    Code.Line(
                        $"return probabilities[{positive}] > {CSyntax.Real(classes.Threshold)} ? {positive} : {1 - positive};"
                    );
                    return;
                }
                Code.Line("int best = 0, i;\nrun(row, probabilities);");
                Code.Block(
                    $"for (i = 1; i < {classes.Length}; i++) {{",
                    "}",
                    () => Code.Line("best = probabilities[i] > probabilities[best] ? i : best;")
                );
                Code.Line("return best;");
            }
        );
    }

    private string Type(Width width) => Plan.Bits(width) == 24 ? "float" : RealType;

    protected override string Entry(string table, string i) => $"READ({table}[{i}])";

    protected override string Remark(string text) => $"/* {text} */";

    private static string Pointer(Slice slice) =>
        slice.Begin == 0 ? Memory(slice.Vector) : $"{Memory(slice.Vector)} + {slice.Begin}";

    protected override void WriteLoop(int count, string line) =>
        Code.Block($"for (i = 0; i < {count}; i++) {{", "}", () => Code.Line(line));

    protected override string Converted(Map map, string result) =>
        Type(map.Width) == Type(map.Target.Vector.Width) ? result : $"({Type(map.Target.Vector.Width)}){result}";

    protected override string Place(Indices list, string i) => $"READ_INDEX({Name(list)}[{i}])";

    protected override void Write(Multiply multiply)
    {
        string bias = multiply.Bias is { } given ? Name(given) : "0";
        string vectors = $"{bias}, {Pointer(multiply.Source)}, {Pointer(multiply.Target)}";
        Code.Line(
            multiply.Scales is { } scales
                ? $"multiply_bytes({Name(multiply.Weights)}, {Name(scales)}, {vectors}, {multiply.Target.Length}, {multiply.Inputs});"
                : $"multiply({Name(multiply.Weights)}, {vectors}, {multiply.Groups}, {multiply.Target.Length / multiply.Groups}, {multiply.Inputs});"
        );
    }

    protected override void Write(Reduce reduce)
    {
        string helper = reduce.Reduction switch
        {
            Reduction.Largest => "largest",
            Reduction.Sum => "sum",
            _ => "folded_sum",
        };
        string suffix = reduce.Source.Vector.Width == Width.Network ? "" : "_real";
        Code.Line(
            $"{Element(reduce.Target.Vector, reduce.Target.Begin, null)} = {helper}{suffix}({Pointer(reduce.Source)}, {reduce.Source.Length});"
        );
    }

    protected override void Write(Rank rank) =>
        Code.Line(
            $"rank({Name(rank.Landmarks)}, {Pointer(rank.Source)}, {Pointer(rank.Target)}, {rank.Target.Length}, {rank.Count});"
        );

    protected override void Write(CountWords words) =>
        Code.Line($"count_words(row->{names.Fields[words.Column]}, {Pointer(words.Target)}, {words.Target.Length});");
}
