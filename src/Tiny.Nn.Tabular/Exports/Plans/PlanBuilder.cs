using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>The steps of a plan while they are gathered.</summary>
internal sealed class PlanBuilder
{
    private readonly List<Step> steps = [];
    private readonly Dictionary<(IFormula, Width), Formula> formulas = [];
    private readonly HashSet<string> names = [];

    /// <summary>The steps so far.</summary>
    internal IReadOnlyList<Step> Steps => steps;

    /// <summary>A vector of scratch memory.</summary>
    internal static Vector Scratch(Width width, int length) => new(Place.Scratch, width, length);

    /// <summary>Numbers that never change, under a name that no other has.</summary>
    internal Table Table(string name, Width width, IEnumerable<double> values) => new(Unique(name), width, [.. values]);

    /// <summary>Places that never change, under a name that no other has.</summary>
    internal Indices Indices(string name, IEnumerable<int> values) => new(Unique(name), [.. values]);

    /// <summary>A step that is no function of elements.</summary>
    internal void Add(Step step) => steps.Add(step);

    /// <summary>tᵢ = f(xᵢ, yᵢ, …).</summary>
    /// <param name="target">t.</param>
    /// <param name="width">In which numbers f is computed.</param>
    /// <param name="name">What f is called.</param>
    /// <param name="formula">f.</param>
    /// <param name="about">What the step is.</param>
    /// <param name="operands">x, y, …, and what f calls them.</param>
    internal void Map(
        Slice target,
        Width width,
        string name,
        IFormula formula,
        string about,
        params IReadOnlyList<(string Name, Operand Operand)> operands
    )
    {
        if (!formulas.TryGetValue((formula, width), out Formula? known))
        {
            known = new Formula(name, [.. operands.Select(operand => operand.Name)], formula);
            formulas.Add((formula, width), known);
        }
        steps.Add(new Map(target, known, width, [.. operands.Select(operand => operand.Operand)], about));
    }

    /// <summary>Numbers of a network go on as they are.</summary>
    internal void Pass(Slice target, Slice source, string about) =>
        Map(target, Width.Network, "given", default(Given), about, ("x", new Each(source)));

    private string Unique(string name)
    {
        string free = name;
        for (int i = 2; !names.Add(free); i++)
        {
            free = FormattableString.Invariant($"{name} {i}");
        }
        return free;
    }
}
