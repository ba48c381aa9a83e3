namespace Tiny.Nn.Tabular.Exports;

/// <summary>What is free to choose about an export.</summary>
public sealed record ExportOptions
{
    /// <summary>The defaults.</summary>
    internal static ExportOptions Usual { get; } = new();

    /// <summary>For ONNX: one input, rows × columns, and not one for each column; only where all columns are numbers.</summary>
    public bool OneTensor { get; init; }
}
