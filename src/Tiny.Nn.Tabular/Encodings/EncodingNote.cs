using System.Globalization;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>Something about a feature that its encoding had to decide, and that people should know.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Text">What was found, and what was done about it.</param>
public sealed record EncodingNote(string Feature, string Text)
{
    private const string TellsNothing = "it tells nothing";

    /// <summary>The feature and the text.</summary>
    public override string ToString() => $"{Feature}: {Text}";

    /// <summary>Said of a feature without a single cell.</summary>
    internal static EncodingNote Empty(Feature feature) =>
        new(feature.Name, $"all its cells are missing: {TellsNothing}");

    /// <summary>Said of a feature whose cells are all alike.</summary>
    internal static EncodingNote Constant(Feature feature) =>
        new(feature.Name, $"the same in all training rows: {TellsNothing}");

    /// <summary>Said of a feature with holes.</summary>
    internal static EncodingNote Holes(Feature feature, int missing, int rows, string done) =>
        new(
            feature.Name,
            string.Create(CultureInfo.InvariantCulture, $"{missing:N0} of {rows:N0} cells are missing: {done}")
        );
}
