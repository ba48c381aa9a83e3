namespace Tiny.Nn.Tabular.Files;

/// <summary>What a header says of one tensor; begin and end count bytes from the first number of the file.</summary>
internal sealed record TensorEntry(string Name, ElementType ElementType, int[] Shape, int Count, long Begin, long End);

/// <summary>What a header says.</summary>
internal sealed record HeaderContent(Dictionary<string, string> Metadata, List<TensorEntry> Tensors);
