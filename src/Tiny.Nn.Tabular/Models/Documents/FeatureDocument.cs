namespace Tiny.Nn.Tabular.Models.Documents;

/// <summary>A feature: its kind is <c>number</c>, <c>category</c> (with levels), <c>date</c> or <c>text</c>. In format 1 it is its name alone.</summary>
internal record FeatureDocument(string Name, string? Kind = null, IReadOnlyList<string>? Levels = null);

/// <summary>A feature whose cells are written otherwise than usual: numbers with a unit, or dates in a format. A class of its own, for a file may have millions of the others.</summary>
internal sealed record WrittenFeatureDocument(string Name, string? Kind, string? Unit, string? Format)
    : FeatureDocument(Name, Kind);
