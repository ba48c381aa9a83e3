namespace Tiny.Nn.Optimizers;

/// <summary>The optimizers by name, each with its usual settings. A new one gets its line here.</summary>
public static class OptimizerNames
{
    private static readonly Optimizer[] Known =
    [
        new Sgd(),
        new Momentum(),
        new Nesterov(),
        new Adagrad(),
        new RmsProp(),
        new Adam(),
        new AdamW(),
    ];

    /// <summary>All names, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(optimizer => optimizer.Name)];

    /// <summary>The optimizer of a name, with its usual settings.</summary>
    /// <exception cref="FormatException">There is no such optimizer.</exception>
    public static Optimizer Parse(string name) =>
        Known.FirstOrDefault(optimizer => optimizer.Name == name)
        ?? throw new FormatException($"There is no optimizer \"{name}\". There are: {string.Join(", ", All)}.");
}
