using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>As many columns in another order fit as well, and all answers would be wrong.</summary>
internal static class SchemaCheck
{
    /// <exception cref="DataException">The features have other names, or are of other kinds.</exception>
    internal static void RequireSame(IReadOnlyList<Feature> known, IReadOnlyList<Feature> given)
    {
        for (int i = 0; i < Math.Max(known.Count, given.Count); i++)
        {
            if (i >= known.Count || i >= given.Count || known[i].Name != given[i].Name)
            {
                throw new DataException(
                    $"Feature {i + 1} is {Name(given, i)}; the model knows {Name(known, i)} there.",
                    $"feature {i + 1}",
                    "Read the table for this model, with its features in its order."
                );
            }
            if (known[i].GetType() != given[i].GetType())
            {
                throw new DataException(
                    $"Feature '{known[i].Name}' is a {given[i].Kind} here and a {known[i].Kind} in the model.",
                    $"feature {i + 1}",
                    "Read the table for this model, so that its columns are taken for the same."
                );
            }
        }
    }

    private static string Name(IReadOnlyList<Feature> features, int place) =>
        place < features.Count ? $"'{features[place].Name}'" : "none";
}
