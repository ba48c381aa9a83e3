namespace Tiny.Nn.Tabular.Encodings;

/// <summary>Something about a feature that its encoding had to decide, and that people should know.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Text">What was found, and what was done about it.</param>
public sealed record EncodingNote(string Feature, string Text);
