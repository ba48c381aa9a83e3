using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers.Python;

/// <summary>A plan as one file of Python, typed, that needs the standard library alone.</summary>
internal sealed partial class PythonWriter : SourceWriter
{
    private static readonly RuntimeText Runtime = new(typeof(PythonWriter), "runtime.py");

    private static readonly PythonSyntax Language = new();

    private PythonWriter(Plan plan)
        : base(plan, []) =>
        NameAll(
            table => "_" + Identifiers.Snake(table, "table").ToUpperInvariant(),
            formula => "_of_" + Identifiers.Snake(formula, "function")
        );

    /// <summary>The text of the file.</summary>
    /// <param name="plan">What it computes.</param>
    /// <param name="head">What stands in its head, line by line.</param>
    internal static string Write(Plan plan, IReadOnlyList<string> head) => new PythonWriter(plan).Write(head);

    private string Write(IReadOnlyList<string> head)
    {
        Code.Line(
            $"# {string.Join("\n# ", head)}\n# python3 this_file.py {ScriptFlag.SelfTest}\nfrom __future__ import annotations\n"
        );
        Code.Line(
            "import bisect\nimport datetime\nimport math\nimport re\nimport sys\nfrom array import array\nfrom typing import Callable, NamedTuple, Sequence, TypedDict\n"
        );
        WritePredict();
        Code.Block("\ndef _run(row: Row) -> list[float]:", null, WriteRun);
        Code.Line(
            "\n\n"
                + Runtime.With(
                    "arithmetic",
                    (
                        "ROUND_TO_FLOAT",
                        Plan.NetworkBits == 24 ? Runtime.With("rounded sum", ("\n", "\n                ")) : "pass"
                    )
                )
        );
        Code.Line("\n\n" + Runtime["reductions"]);
        if (Plan.Steps.Any(step => step is Rank))
        {
            Code.Line("\n\n" + Runtime["rank"]);
        }
        Code.Line("\n\n" + Runtime.With("cells", ("\\{0}", $"\\{Plan.DecimalMark}")));
        if (Plan.Steps.Any(step => step is CountWords))
        {
            Code.Line("\n\n" + Runtime["words"]);
        }
        WriteFormulas();
        WriteTables();
        WriteProbes();
        return Code.ToString();
    }

    private void WritePredict()
    {
        Code.Block(
            "COLUMNS: Sequence[str] = (",
            ")",
            () => Code.List(Plan.Columns.Select(column => ExportText.QuoteWide(column.Name)))
        );
        Code.Line("\n# A value for each column under its name; None, and a column that is not there, is missing.");
        Code.Block(
            "Row = TypedDict(\n    \"Row\",",
            ")\n",
            () =>
            {
                Code.Block(
                    "{",
                    "},",
                    () =>
                    {
                        foreach (Column column in Plan.Columns)
                        {
                            Code.Line($"{ExportText.QuoteWide(column.Name)}: \"{Kind(column)} | None\",");
                        }
                    }
                );
                Code.Line("total=False,");
            }
        );
        string about = ExportText.Comment(Plan.Answer.Name).Replace("\"", "'", StringComparison.Ordinal);
        if (Plan.Answer is not ClassAnswer classes)
        {
            Code.Line(
                $"\ndef predict(row: Row) -> float:\n    \"\"\"{about} of a row.\"\"\"\n    return _run(row)[0]\n"
            );
            return;
        }
        Code.Block("CLASSES: Sequence[str] = (", ")\n", () => Code.List(classes.Classes.Select(ExportText.QuoteWide)));
        Code.Line("\nclass Prediction(NamedTuple):\n    label: str\n    probabilities: dict[str, float]\n");
        Code.Line(
            $"\ndef predict(row: Row) -> Prediction:\n    \"\"\"{about} of a row, and the probability of each class.\"\"\""
        );
        Code.Line(
            "    answer = _run(row)\n    return Prediction(CLASSES[_choose(answer)], dict(zip(CLASSES, answer)))\n"
        );
        string chosen = classes.Positive is { } positive
            ? $"{positive} if answer[{positive}] > {Number(classes.Threshold)} else {1 - positive}"
            : "answer.index(max(answer))";
        Code.Line($"\ndef _choose(answer: list[float]) -> int:\n    return {chosen}\n");
    }

    private static string Kind(Column column) =>
        column switch
        {
            NumberColumn => "float | str",
            DateColumn => "datetime.date | str | float",
            LevelColumn => "str | int | float | bool",
            _ => "str",
        };

    private void WriteRun()
    {
        Code.Line(
            "for name in row:\n    if name not in COLUMNS:\n        raise ValueError(f\"There is no column {name!r}. The columns are: {', '.join(COLUMNS)}.\")"
        );
        Code.Block(
            "cells = [",
            "]",
            () =>
            {
                foreach ((int place, Column column) in Plan.Columns.Index())
                {
                    string value = $"row.get(COLUMNS[{place}])";
                    Code.Line(
                        column switch
                        {
                            NumberColumn => $"_number({value}, COLUMNS[{place}]),",
                            DateColumn => $"_days({value}, COLUMNS[{place}]),",
                            TextColumn => $"math.nan if _is_missing(_text({value})) else 0.0,",
                            _ =>
                                $"_level({value}, _LEVELS_{place}, _KEYS_{place}, {(int)((LevelColumn)column).Writing}),",
                        }
                    );
                }
            }
        );
        Code.Line(
            $"n = [0.0] * {Plan.NetworkScratch}\nw = [0.0] * {Plan.WideScratch}\nanswer = [0.0] * {Plan.Answer.Length}"
        );
        WriteSteps();
        Code.Line("return answer");
    }

    private void WriteFormulas()
    {
        foreach ((Formula formula, Width width) in Plan.Formulas)
        {
            int bits = Plan.Bits(width);
            (IReadOnlyList<string> lines, string result) = Language.Write(formula.Trace(bits), formula.Arguments, bits);
            string arguments = string.Join(", ", formula.Arguments.Select(argument => $"{argument}: float"));
            Code.Line($"\n\n# {ExportText.Comment(formula.Name)}");
            Code.Block(
                $"def {Name(formula)}({arguments}) -> float:",
                null,
                () => Code.Line(string.Join('\n', lines.Append($"return {result}")))
            );
        }
    }

    private static string Number(double value) => Language.Number(value, 53);

    private static string Part(Slice slice) => $"{Memory(slice.Vector)}[{slice.Begin}:{slice.Begin + slice.Length}]";

    protected override string Remark(string text) => $"# {text}";

    /// <summary>A list takes the place of a part of another one.</summary>
    protected override void Assign(Slice target, Func<string, string> value) =>
        Code.Line(
            target.Length == 1
                ? $"{Element(target.Vector, target.Begin, null)} = {value("0")}"
                : $"{Part(target)} = [{value("i")} for i in range({target.Length})]"
        );

    protected override void WriteLoop(int count, string line) =>
        Code.Block($"for i in range({count}):", null, () => Code.Line(line));

    protected override string Converted(Map map, string result) =>
        Plan.Bits(map.Width) == 53 && Plan.Bits(map.Target.Vector.Width) == 24 ? $"_f({result})" : result;

    protected override void Write(Multiply multiply) =>
        Code.Line(
            $"{Part(multiply.Target)} = _multiply({Name(multiply.Weights)}, {(multiply.Bias is { } bias ? Name(bias) : "None")}, {Part(multiply.Source)}, {multiply.Groups})"
        );

    protected override void Write(Reduce reduce)
    {
        string round = Plan.Bits(reduce.Source.Vector.Width) == 24 ? "_f" : "float";
        string value = reduce.Reduction switch
        {
            Reduction.Largest => $"max({Part(reduce.Source)})",
            Reduction.Sum => $"_sum({Part(reduce.Source)}, {round})",
            _ => $"_folded_sum({Part(reduce.Source)}, {round})",
        };
        Code.Line($"{Element(reduce.Target.Vector, reduce.Target.Begin, null)} = {value}");
    }

    protected override void Write(Rank rank) =>
        Code.Line($"{Part(rank.Target)} = _rank({Name(rank.Landmarks)}, {Part(rank.Source)})");

    protected override void Write(CountWords words) =>
        Code.Line($"{Part(words.Target)} = _count_words(row.get(COLUMNS[{words.Column}]), {words.Target.Length})");
}
