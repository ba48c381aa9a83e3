using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

// Predicts every line of numbers on stdin: dotnet run -- flower.onnx < rows.csv. An empty cell is missing.
using InferenceSession session = new(args[0]);
string[] columns = [.. session.InputMetadata.Keys];
while (Console.ReadLine() is { Length: > 0 } line)
{
    string[] cells = line.Split(',');
    using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run([
        .. columns.Zip(cells, (column, cell) => NamedOnnxValue.CreateFromTensor(column, Cell(cell))),
    ]);
    string label = results[0].AsTensor<string>()[0];
    float probability = results[1].AsTensor<float>().Max();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{label} {probability:F4}"));
}

// One row of one column; more rows at a time are faster.
static DenseTensor<double> Cell(string text) =>
    new(new[] { text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture) }, [1, 1]);
