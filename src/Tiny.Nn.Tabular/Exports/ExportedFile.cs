namespace Tiny.Nn.Tabular.Exports;

/// <summary>A file of an export.</summary>
/// <param name="Ending">What its name ends with: <c>.c</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportedFile(string Ending, ReadOnlyMemory<byte> Content);
