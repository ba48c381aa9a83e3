using System.Buffers;
using System.Globalization;
using System.Text;
using Tiny.Nn.Data;
using Tiny.Nn.Experiments;
using Tiny.Nn.Models;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Cli.Rendering;

/// <summary>Predictions as CSV, some hundred rows at a time. Numbers are as short as they can be and still read back as the same bits.</summary>
internal abstract class PredictionWriter(Model<float> model)
{
    private const int Portion = 512;

    private static readonly SearchValues<char> Quotable = SearchValues.Create(",;\t|\"\r\n ");

    /// <summary>No float takes more characters.</summary>
    private const int LongestNumber = 32;

    internal static PredictionWriter For(Model<float> model, bool perClass) =>
        model.Target is ClassTarget target ? new ClassWriter(model, target, perClass) : new NumberWriter(model);

    /// <param name="table">Has the model's features, in its order.</param>
    /// <param name="stream">It stays open.</param>
    /// <exception cref="DataException">A prediction is not finite.</exception>
    internal void Write(Table<float> table, Stream stream)
    {
        using StreamWriter output = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        Write(table, output);
    }

    internal void Write(Table<float> table, TextWriter output)
    {
        Predictor<float> predictor = new(model, Portion, table.Schema);
        Matrix<float> predictions = new(model.Target.Outputs, Portion);
        output.WriteLine(string.Join(',', Header().Select(Field)));
        for (int first = 0; first < table.Rows; first += Portion)
        {
            int count = Math.Min(Portion, table.Rows - first);
            predictor.Predict(table.Features.Slice(first, count), predictions.Slice(0, count));
            FinitePredictions.Require(predictions.Slice(0, count), table, [.. Enumerable.Range(first, count)]);
            WriteRows(predictions.Slice(0, count), output);
        }
    }

    protected abstract IEnumerable<string> Header();

    protected abstract void WriteRows(Matrix<float> predictions, TextWriter output);

    protected static void WriteNumber(TextWriter output, float number)
    {
        Span<char> text = stackalloc char[LongestNumber];
        number.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        output.Write(text[..length]);
    }

    /// <summary>A field as RFC 4180 wants it.</summary>
    protected static string Field(string text) =>
        text.AsSpan().ContainsAny(Quotable) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private sealed class ClassWriter(Model<float> model, ClassTarget target, bool perClass) : PredictionWriter(model)
    {
        private readonly string[] names = [.. target.Classes.Select(Field)];
        private readonly int[] codes = new int[Portion];

        protected override IEnumerable<string> Header() =>
            ["predicted", "confidence", .. perClass ? target.Classes.Select(name => $"p_{name}") : []];

        protected override void WriteRows(Matrix<float> predictions, TextWriter output)
        {
            OneHot.Decode(predictions, codes.AsSpan(0, predictions.Columns));
            for (int sample = 0; sample < predictions.Columns; sample++)
            {
                output.Write(names[codes[sample]]);
                output.Write(',');
                WriteNumber(output, predictions[codes[sample], sample]);
                for (int code = 0; perClass && code < predictions.Rows; code++)
                {
                    output.Write(',');
                    WriteNumber(output, predictions[code, sample]);
                }
                output.Write('\n');
            }
        }
    }

    private sealed class NumberWriter(Model<float> model) : PredictionWriter(model)
    {
        protected override IEnumerable<string> Header() => ["predicted"];

        protected override void WriteRows(Matrix<float> predictions, TextWriter output)
        {
            for (int sample = 0; sample < predictions.Columns; sample++)
            {
                WriteNumber(output, predictions[0, sample]);
                output.Write('\n');
            }
        }
    }
}
