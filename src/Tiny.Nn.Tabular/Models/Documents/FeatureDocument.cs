namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>A feature: its kind is <c>number</c>, <c>category</c>, <c>date</c> or <c>text</c>. In format 1 it is its name alone.</summary>
internal sealed record FeatureDocument(string Name, string? Kind = null, FeatureDetails? Details = null);

/// <summary>What only some features have: a category its levels, numbers a unit, dates a format. Apart from the others, of which a file may have millions.</summary>
internal sealed record FeatureDetails(IReadOnlyList<string>? Levels, string? Unit, string? Format);
