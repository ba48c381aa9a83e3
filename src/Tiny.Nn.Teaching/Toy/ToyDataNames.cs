namespace Tiny.Nn.Teaching.Toy;

/// <summary>The toy data by name. A new one gets its line here.</summary>
public static class ToyDataNames
{
    private static readonly ToyData[] Known =
    [
        new Spiral(),
        new Moons(),
        new Circles(),
        new Quadrants(),
        new Blobs(),
        new Checkerboard(),
        new Clusters(),
    ];

    /// <summary>All names, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(data => data.Name)];

    /// <summary>The toy data of a name, with its usual classes and noise.</summary>
    /// <exception cref="FormatException">There is none of this name.</exception>
    public static ToyData Parse(string name) =>
        Known.FirstOrDefault(data => data.Name == name)
        ?? throw new FormatException($"There are no toy data \"{name}\". There are: {string.Join(", ", All)}.");
}
