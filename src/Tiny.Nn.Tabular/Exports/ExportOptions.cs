namespace Tiny.Nn.Tabular.Exports;

/// <summary>What is free to choose about an export.</summary>
public sealed record ExportOptions
{
    /// <summary>The defaults.</summary>
    internal static ExportOptions Usual { get; } = new();

    /// <summary>For ONNX: one input, rows × columns, and not one for each column; only where all columns are numbers.</summary>
    public bool OneTensor { get; init; }

    /// <summary>For C: weights of dense layers as bytes, with a factor for each output. A quarter of the flash, and answers that differ a little.</summary>
    public bool ByteWeights { get; init; }

    /// <summary>Both, in words.</summary>
    public override string ToString() =>
        $"{(OneTensor ? "one tensor" : "an input for each column")}, weights as {(ByteWeights ? "bytes" : "they are")}";
}
