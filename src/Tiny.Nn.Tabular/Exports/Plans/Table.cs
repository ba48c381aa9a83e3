namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>Numbers that never change: weights, and what an encoding learned.</summary>
/// <param name="name">Its name in the plan, made of letters, digits and blanks; no two are alike.</param>
/// <param name="width">What they are.</param>
/// <param name="values">The numbers, exactly.</param>
internal sealed class Table(string name, Width width, IReadOnlyList<double> values)
{
    internal string Name => name;

    internal Width Width => width;

    internal IReadOnlyList<double> Values => values;
}

/// <summary>Places that never change.</summary>
/// <param name="name">Its name in the plan.</param>
/// <param name="values">The places, from 0 on.</param>
internal sealed class Indices(string name, IReadOnlyList<int> values)
{
    internal string Name => name;

    internal IReadOnlyList<int> Values => values;
}
