namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>A feature: its kind is <c>number</c>, <c>category</c> (with levels), <c>date</c> (with a format where it is not ISO 8601) or <c>text</c>. In format 1 it is its name alone.</summary>
internal sealed record FeatureDocument(string Name, string? Kind = null, IReadOnlyList<string>? Levels = null, string? Unit = null, string? Format = null);
