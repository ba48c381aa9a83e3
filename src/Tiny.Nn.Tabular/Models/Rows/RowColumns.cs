namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>The columns that a model wants, found by name: exactly, or as a property of C# can spell it.</summary>
/// <param name="names">The names of the model's features.</param>
/// <param name="target">The name of what it predicts.</param>
internal sealed class RowColumns(IReadOnlyList<string> names, string target)
{
    private readonly Dictionary<string, int> exact = names
        .Index()
        .ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

    /// <summary>A name's letters and digits without regard to case: <c>SepalLength</c> is <c>sepal_length</c>. Names that are alike then are left out.</summary>
    private readonly Dictionary<string, int> spelled = names
        .Index()
        .GroupBy(name => Letters(name.Item), StringComparer.OrdinalIgnoreCase)
        .Where(alike => alike.Count() == 1)
        .ToDictionary(alike => alike.Key, alike => alike.First().Index, StringComparer.OrdinalIgnoreCase);

    /// <summary>The place of the column with exactly this name.</summary>
    /// <exception cref="DataException">There is none.</exception>
    internal int Named(string name) => exact.TryGetValue(name, out int place) ? place : throw Unknown(name);

    /// <summary>The place of the column that a property means: the one with its name, or the only one with its letters and digits.</summary>
    /// <exception cref="DataException">There is none.</exception>
    internal int Spelled(string property) =>
        exact.TryGetValue(property, out int place) || spelled.TryGetValue(Letters(property), out place)
            ? place
            : throw Unknown(property);

    private DataException Unknown(string name)
    {
        bool isTarget = string.Equals(Letters(name), Letters(target), StringComparison.OrdinalIgnoreCase);
        string advice =
            isTarget ? "That is what the model predicts: leave it out."
            : Closest.To(name, names) is { } meant ? $"Did you mean {Excerpt.Name(meant)}?"
            : "Leave it out.";
        return new DataException(
            $"The model knows no column {Excerpt.Name(name)}.",
            $"column {Excerpt.Name(name)}",
            $"{advice} The columns are: {Excerpt.List(names)}."
        );
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
