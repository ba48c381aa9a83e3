using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Exports.Writers.Onnx;

namespace Tiny.Nn.Exports.Tests;

/// <summary>ONNX exports, run by ONNX Runtime.</summary>
public sealed class OnnxExportTests
{
    private const int Models = 60;

    /// <summary>Weights of networks that nobody trained are large, and the runtime adds in an order of its own.</summary>
    private const double Tolerance = 1e-5;

    private double worst;

    [Test]
    public void Answers_are_those_of_the_engine_but_for_the_rounding_of_float([Range(1, Models)] int seed)
    {
        Plan plan = ModelsToExport.Random(seed);
        byte[] model;
        try
        {
            model = ExportLanguage.Onnx.Write(plan, "model").Files[0].Content.ToArray();
        }
        catch (ExportException cannot)
        {
            Assert.That(cannot.Advice, Does.Contain("js or python"));
            Assert.Ignore(cannot.Message);
            return;
        }
        using SessionOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using InferenceSession session = new(model, options);
        Compare(plan, session, Feeds(plan, session));
    }

    [Test]
    public void Columns_of_numbers_may_be_one_tensor()
    {
        (Plan plan, _) = Enumerable
            .Range(1, 200)
            .Select(seed => (Plan: ModelsToExport.Random(seed), seed))
            .First(one => one.Plan.Columns.Count > 1 && one.Plan.Columns.All(column => column is NumberColumn));
        byte[] model = OnnxWriter.Write(plan, isTensor: true, ["title", "origin"]);
        using InferenceSession session = new(model);
        double[] cells =
        [
            .. plan.Probes.SelectMany(probe => probe.Cells.Select(cell => cell is double number ? number : double.NaN)),
        ];
        Compare(
            plan,
            session,
            [
                NamedOnnxValue.CreateFromTensor(
                    "features",
                    new DenseTensor<double>(cells, [plan.Probes.Count, plan.Columns.Count])
                ),
            ]
        );
    }

    [OneTimeTearDown]
    public void Tell() => TestContext.Progress.WriteLine($"onnx: the largest difference is {worst:G3}");

    private static NamedOnnxValue[] Feeds(Plan plan, InferenceSession session)
    {
        string[] names = [.. session.InputMetadata.Keys];
        return [.. plan.Columns.Select((column, place) => Feed(plan, column, place, names[place], session))];
    }

    private static NamedOnnxValue Feed(Plan plan, Column column, int place, string name, InferenceSession session)
    {
        object?[] cells = [.. plan.Probes.Select(probe => probe.Cells[place])];
        int columns = session.InputMetadata[name].Dimensions[1];
        return column switch
        {
            LevelColumn => NamedOnnxValue.CreateFromTensor(
                name,
                new DenseTensor<string>(cells.Select(cell => (string?)cell ?? "NA").ToArray(), [cells.Length, 1])
            ),
            TextColumn => NamedOnnxValue.CreateFromTensor(
                name,
                new DenseTensor<double>(
                    cells.SelectMany(cell => Words(plan, (string?)cell, columns)).ToArray(),
                    [cells.Length, columns]
                )
            ),
            _ => NamedOnnxValue.CreateFromTensor(
                name,
                new DenseTensor<double>(
                    cells.Select(cell => cell is double number ? number : double.NaN).ToArray(),
                    [cells.Length, 1]
                )
            ),
        };
    }

    private static double[] Words(Plan plan, string? text, int columns)
    {
        if (
            text is null
            || text.Trim().Length == 0
            || plan.MissingTexts.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        )
        {
            return [.. Enumerable.Repeat(double.NaN, columns)];
        }
        Matrix<double> counts = new(columns, 1);
        new FeatureHashing(0, new Tiny.Nn.Tabular.Tables.TextFeature("text", [text]), columns).Encode(
            [0.0],
            1,
            counts,
            0
        );
        return counts.Values.ToArray();
    }

    private void Compare(Plan plan, InferenceSession session, NamedOnnxValue[] feeds)
    {
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run(feeds);
        DisposableNamedOnnxValue answer = results[^1];
        double[] numbers =
            plan.Answer is ClassAnswer
                ? [.. answer.AsTensor<float>().Select(value => (double)value)]
                : [.. answer.AsTensor<double>()];
        string[]? labels = plan.Answer is ClassAnswer ? [.. results[0].AsTensor<string>()] : null;
        int length = plan.Answer.Length;
        using (Assert.EnterMultipleScope())
        {
            foreach ((int row, Probe probe) in plan.Probes.Index())
            {
                double[] given = numbers[(row * length)..((row + 1) * length)];
                double difference = given.Zip(probe.Answer, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(b))).Max();
                Assert.That(
                    difference,
                    Is.LessThanOrEqualTo(Tolerance),
                    $"{probe.About}: {string.Join(" | ", probe.Cells)}: {string.Join(", ", given)} for {string.Join(", ", probe.Answer)}"
                );
                worst = Math.Max(worst, difference);
                if (
                    labels is not null
                    && plan.Answer is ClassAnswer classes
                    && probe.Answer.OrderDescending().Take(2).Aggregate((a, b) => a - b) > 1e-5
                )
                {
                    Assert.That(labels[row], Is.EqualTo(classes.Classes[probe.Chosen]), probe.About);
                }
            }
        }
    }
}
