using Microsoft.ML.OnnxRuntime;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Exports.Writers.Onnx;

namespace Tiny.Nn.Exports.Tests;

/// <summary>ONNX exports, run by ONNX Runtime.</summary>
public sealed class OnnxExportTests
{
    /// <summary>Weights of networks that nobody trained are large, and their sums are rounded in the engine in another order: docs/exports.md.</summary>
    internal const double RandomTolerance = 5e-6;

    private const double Tolerance = 1e-6;
    private double worst;

    [Test]
    public void Answers_are_those_of_the_engine_but_for_the_rounding_of_float(
        [Range(1, ModelsToExport.Models)] int seed
    )
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
        using InferenceSession session = Open(model);
        worst = Math.Max(worst, Ask(session, plan, OnnxInput.Of(plan, session)).Compare(plan, RandomTolerance));
    }

    [TestCaseSource(typeof(ModelsToExport), nameof(ModelsToExport.Trained))]
    public void Trained_models_answer_to_a_millionth_on_all_rows_with_missing_and_unseen_cells_among_them(
        object trained
    )
    {
        Plan plan = ((TrainedPlan)trained).Plan;
        using InferenceSession session = Open(ExportLanguage.Onnx.Write(plan, "model").Files[0].Content.ToArray());
        double difference = Ask(session, plan, OnnxInput.Of(plan, session)).Compare(plan, Tolerance);
        TestContext.Progress.WriteLine($"onnx, {trained}: the largest difference is {difference:G3}");
    }

    [Test]
    public void Columns_of_numbers_may_be_one_tensor()
    {
        (Plan plan, _) = Enumerable
            .Range(1, 200)
            .Select(seed => (Plan: ModelsToExport.Random(seed), seed))
            .First(one => one.Plan.Columns.Count > 1 && one.Plan.Columns.All(column => column is NumberColumn));
        byte[] model = OnnxWriter.Write(plan, isTensor: true, ["title", "origin"]);
        using InferenceSession session = Open(model);
        double[] cells =
        [
            .. plan.Probes.SelectMany(probe => probe.Cells.Select(cell => cell is double number ? number : double.NaN)),
        ];
        Ask(session, plan, [new OnnxInput("features", plan.Columns.Count, cells, null)]).Compare(plan, RandomTolerance);
    }

    [OneTimeTearDown]
    public void Tell() => TestContext.Progress.WriteLine($"onnx: the largest difference is {worst:G3}");

    /// <summary>A session that says nothing but errors.</summary>
    internal static InferenceSession Open(byte[] model)
    {
        using SessionOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        return new InferenceSession(model, options);
    }

    private static OnnxAnswers Ask(InferenceSession session, Plan plan, OnnxInput[] inputs)
    {
        using IDisposableReadOnlyCollection<DisposableNamedOnnxValue> results = session.Run([
            .. inputs.Select(input => input.Value),
        ]);
        return plan.Answer is ClassAnswer
            ? new([.. results[^1].AsTensor<float>().Select(value => (double)value)], [.. results[0].AsTensor<string>()])
            : new([.. results[^1].AsTensor<double>()], null);
    }
}
