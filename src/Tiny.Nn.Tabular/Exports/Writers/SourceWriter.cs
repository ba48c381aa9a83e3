using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>Writes a plan as a program: what all languages have in common. A language adds its syntax.</summary>
internal abstract class SourceWriter
{
    private readonly Dictionary<object, string> given = [];
    private readonly Identifiers identifiers;

    private protected SourceWriter(Plan plan, IEnumerable<string> reserved)
    {
        Plan = plan;
        identifiers = new Identifiers(reserved);
        Helpers =
        [
            .. plan
                .Formulas.SelectMany(one => one.Formula.Trace(plan.Bits(one.Width)).Lines)
                .Select(line => line.Operation),
        ];
    }

    /// <summary>What is written.</summary>
    protected Plan Plan { get; }

    /// <summary>The text so far.</summary>
    protected Code Code { get; } = new();

    /// <summary>The operations that the plan's functions are made of.</summary>
    protected HashSet<Operation> Helpers { get; }

    /// <summary>The identifier of a table, a list of places or a function.</summary>
    protected string Name(object named) => given[named];

    /// <summary>Names all tables, lists of places and functions.</summary>
    /// <param name="ofTable">How a table is called by its name in the plan.</param>
    /// <param name="ofFormula">How a function is called.</param>
    protected void NameAll(Func<string, string> ofTable, Func<string, string> ofFormula)
    {
        foreach (Table table in Plan.Tables)
        {
            given.Add(table, identifiers.Unique(ofTable(table.Name)));
        }
        foreach (Indices list in Plan.Lists)
        {
            given.Add(list, identifiers.Unique(ofTable(list.Name)));
        }
        foreach (Formula formula in Plan.Formulas.Select(one => one.Formula).Distinct())
        {
            given.Add(formula, identifiers.Unique(ofFormula(formula.Name)));
        }
    }

    /// <summary>An identifier that nothing else has.</summary>
    protected string Unique(string name) => identifiers.Unique(name);

    /// <summary>The call of a function for element i.</summary>
    protected string Call(Map map, string i) =>
        $"{Name(map.Formula)}({string.Join(", ", map.Operands.Select(operand => Text(operand, i)))})";

    /// <summary>An operand for element i.</summary>
    private string Text(Operand operand, string i) =>
        operand switch
        {
            Each { Slice: var slice } => Element(slice.Vector, slice.Begin, i),
            Same same => Element(same.Vector, same.Vector.Offset + same.At, null),
            Listed listed => Entry(Name(listed.Table), i),
            _ => throw new ArgumentException($"There is no text for a {operand.GetType().Name}.", nameof(operand)),
        };

    /// <summary>Element i of a vector from one of its numbers on.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="begin">The number, counted from the beginning of the memory that the vector lies in.</param>
    /// <param name="i">i; null for that number itself.</param>
    protected virtual string Element(Vector vector, int begin, string? i) => $"{Memory(vector)}[{At(begin, i)}]";

    /// <summary>Number i of a table.</summary>
    protected virtual string Entry(string table, string i) => $"{table}[{i}]";

    /// <summary>What the memory is called that a vector lies in.</summary>
    protected static string Memory(Vector vector) =>
        vector.Place switch
        {
            Plans.Place.Cells => "cells",
            Plans.Place.Answer => "answer",
            _ => vector.Width == Width.Network ? "n" : "w",
        };

    /// <summary>begin + i, as short as it can be.</summary>
    protected static string At(int begin, string? i) =>
        i is null ? FormattableString.Invariant($"{begin}")
        : begin == 0 ? i
        : i == "0" ? FormattableString.Invariant($"{begin}")
        : FormattableString.Invariant($"{begin} + {i}");

    /// <summary>Writes the steps, with what they are about as comments.</summary>
    protected void WriteSteps()
    {
        string? about = null;
        foreach (Step step in Plan.Steps)
        {
            if (step.About != about)
            {
                about = step.About;
                Code.Line(Remark(ExportText.Comment(about)));
            }
            switch (step)
            {
                case Map map:
                    Write(map);
                    break;
                case Multiply multiply:
                    Write(multiply);
                    break;
                case Reduce reduce:
                    Write(reduce);
                    break;
                case Gather gather:
                    Write(gather);
                    break;
                case Rank rank:
                    Write(rank);
                    break;
                case CountWords words:
                    Write(words);
                    break;
                default:
                    throw new InvalidOperationException($"There is no text for a {step.GetType().Name}.");
            }
        }
    }

    /// <summary>The rows of the self-test with their answers and classes, as a language of doubles has them.</summary>
    private protected void WriteProbes(ScriptSyntax language)
    {
        foreach (Probe probe in Plan.Probes)
        {
            Code.Line(Remark(ExportText.Comment(probe.About)));
            string row = language.Together(
                language.List(probe.Cells.Select(language.Cell)),
                language.List(probe.Answer.Select(value => language.Number(value, 53))),
                ExportText.Whole(probe.Chosen)
            );
            Code.Line($"{row},");
        }
    }

    /// <summary>A comment on a line of its own.</summary>
    protected abstract string Remark(string text);

    /// <summary>tᵢ = f(xᵢ, yᵢ, …).</summary>
    private void Write(Map map) => Assign(map.Target, i => Converted(map, Call(map, i)));

    /// <summary>tᵢ = x at place i of a list.</summary>
    protected virtual void Write(Gather gather) => Assign(gather.Target, i => Gathered(gather, i));

    /// <summary>x at place i of a list.</summary>
    protected string Gathered(Gather gather, string i) =>
        $"{Memory(gather.Source.Vector)}[{At(gather.Source.Begin, Place(gather.Indices, i))}]";

    /// <summary>The result of a function as the vector that receives it has its numbers.</summary>
    protected virtual string Converted(Map map, string result) => result;

    /// <summary>Place i of a list.</summary>
    protected virtual string Place(Indices list, string i) => $"{Name(list)}[{i}]";

    /// <summary>Each number of a slice gets a value.</summary>
    /// <param name="target">The slice.</param>
    /// <param name="value">The value of number i.</param>
    protected virtual void Assign(Slice target, Func<string, string> value)
    {
        string i = target.Length == 1 ? "0" : "i";
        string line = $"{Element(target.Vector, target.Begin, i)} = {value(i)};";
        if (target.Length == 1)
        {
            Code.Line(line);
        }
        else
        {
            WriteLoop(target.Length, line);
        }
    }

    /// <summary>A line for each i below a count.</summary>
    protected abstract void WriteLoop(int count, string line);

    protected abstract void Write(Multiply multiply);

    protected abstract void Write(Reduce reduce);

    protected abstract void Write(Rank rank);

    protected abstract void Write(CountWords words);
}
