namespace Tiny.Nn.Tabular.Exports;

/// <summary>A model in another language, with all that a prediction needs, and with the proof that it answers as the model does.</summary>
/// <param name="Files">One file or two, the main one first.</param>
/// <param name="ConstantBytes">How many bytes weights and other numbers take that never change: flash, on a small machine.</param>
/// <param name="MemoryBytes">How many bytes of memory a prediction takes beside them.</param>
/// <param name="Operations">How many operations on numbers a prediction takes; a fused multiply-add counts as one.</param>
public sealed record ExportedModel(
    IReadOnlyList<ExportedFile> Files,
    long ConstantBytes,
    long MemoryBytes,
    long Operations
)
{
    /// <summary>How many files, and the sizes.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"{string.Join(" and ", Files.Select(file => file.Ending))}: {ConstantBytes:N0} bytes of constants, {MemoryBytes:N0} of memory, {Operations:N0} operations"
        );
}
