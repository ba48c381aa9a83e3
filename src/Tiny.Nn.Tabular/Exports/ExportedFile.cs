namespace Tiny.Nn.Tabular.Exports;

/// <summary>A file of an export.</summary>
/// <param name="Ending">What its name ends with: <c>.c</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ExportedFile(string Ending, ReadOnlyMemory<byte> Content)
{
    /// <summary>The ending, and how many bytes.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ending}, {Content.Length:N0} bytes");
}
