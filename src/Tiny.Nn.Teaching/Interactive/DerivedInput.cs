namespace Tiny.Nn.Teaching.Interactive;

/// <summary>An input that is made of the two coordinates of toy data: what a network without hidden layers needs to draw more than a line.</summary>
/// <param name="Name">What its column is called.</param>
/// <param name="Of">Its number at a place.</param>
internal sealed record DerivedInput(string Name, Func<double, double, double> Of)
{
    /// <summary>All of them, the coordinates first.</summary>
    internal static IReadOnlyList<DerivedInput> All { get; } =
    [
        new("x1", (x, _) => x),
        new("x2", (_, y) => y),
        new("x1^2", (x, _) => x * x),
        new("x2^2", (_, y) => y * y),
        new("x1*x2", (x, y) => x * y),
        new("sin(x1)", (x, _) => Math.Sin(x)),
        new("sin(x2)", (_, y) => Math.Sin(y)),
    ];

    /// <summary>Those of some names, in the order in which they are listed; of no names the two coordinates.</summary>
    /// <exception cref="SceneException">There is none of a name.</exception>
    internal static IReadOnlyList<DerivedInput> Choose(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => All.All(input => input.Name != name)) is { } unknown)
        {
            throw new SceneException(
                $"There is no input \"{unknown}\".",
                "inputs",
                $"There are: {string.Join(", ", All.Select(input => input.Name))}."
            );
        }
        return names.Count == 0 ? [.. All.Take(2)] : [.. All.Where(input => names.Contains(input.Name))];
    }
}
