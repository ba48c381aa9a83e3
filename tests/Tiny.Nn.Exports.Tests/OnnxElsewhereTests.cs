using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.ML.OnnxRuntime;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Exports.Tests;

/// <summary>ONNX exports before the checker of their makers, and in the runtime for web pages, which node runs.</summary>
public sealed class OnnxElsewhereTests
{
    /// <summary>The directory in which npm has installed onnxruntime-web; .ci/exports does it.</summary>
    private const string Variable = "TINYNN_ONNX_WEB";

    /// <summary>Debian's, for which Debian has the package.</summary>
    private const string Python = "/usr/bin/python3";

    private const string Checker = """
        import pathlib
        import onnx

        for path in sorted(pathlib.Path(".").glob("*.onnx")):
            model = onnx.load(path)
            onnx.checker.check_model(model, full_check=True)
            onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
            print(path.name)
        """;

    /// <summary>Runs each model with its inputs, and writes what it answers.</summary>
    private const string Runner = """
        import { readFileSync, readdirSync, writeFileSync } from "node:fs";
        import { pathToFileURL } from "node:url";

        const ort = await import(pathToFileURL(`${process.argv[2]}/node_modules/onnxruntime-web/dist/ort.node.min.mjs`));
        ort.env.wasm.numThreads = 1;
        ort.env.logLevel = "error";
        for (const file of readdirSync(".").filter((name) => name.endsWith(".onnx"))) {
            const session = await ort.InferenceSession.create(readFileSync(file));
            const feeds = {};
            for (const { name, columns, numbers, texts } of JSON.parse(readFileSync(file.replace(".onnx", ".json")))) {
                feeds[name] = texts
                    ? new ort.Tensor("string", texts, [texts.length, 1])
                    : new ort.Tensor("float64", numbers.map((number) => Number(number)), [numbers.length / columns, columns]);
            }
            const answers = await session.run(feeds);
            const numbers = answers[session.outputNames.at(-1)].data;
            const labels = session.outputNames.length > 1 ? answers[session.outputNames[0]].data : null;
            writeFileSync(file.replace(".onnx", ".out"), JSON.stringify({ numbers: Array.from(numbers), labels }));
        }
        """;

    [Test]
    public void The_checker_passes_with_shapes_inferred_strictly()
    {
        Tool.Require(Python);
        Tool.RequireModule(Python, "onnx");
        using Workplace workplace = new();
        string[] names = [.. Save(workplace).Keys];
        File.WriteAllText(Path.Combine(workplace.Path, "check.py"), Checker);
        (int code, string said) = Tool.Run(workplace.Path, Python, "check.py");
        Assert.That(code, Is.Zero, said);
        Assert.That(said.TrimEnd().Split('\n'), Is.EqualTo(names.Order(StringComparer.Ordinal)));
    }

    [Test]
    public void The_runtime_for_pages_answers_as_the_engine_does()
    {
        Tool.Require("node");
        string directory = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (directory.Length == 0)
        {
            Assert.Ignore($"{Variable} names no directory with onnxruntime-web.");
        }
        using Workplace workplace = new();
        Dictionary<string, Plan> plans = Save(workplace);
        foreach ((string name, Plan plan) in plans)
        {
            using InferenceSession session = OnnxExportTests.Open(
                File.ReadAllBytes(Path.Combine(workplace.Path, name))
            );
            File.WriteAllText(Beside(workplace, name, ".json"), Feeds(OnnxInput.Of(plan, session)));
        }
        File.WriteAllText(Path.Combine(workplace.Path, "run.mjs"), Runner);
        (int code, string said) = Tool.Run(workplace.Path, "node", "run.mjs", directory);
        Assert.That(code, Is.Zero, said);
        double worst = 0;
        foreach ((string name, Plan plan) in plans)
        {
            JsonElement answers = JsonDocument.Parse(File.ReadAllText(Beside(workplace, name, ".out"))).RootElement;
            JsonElement labels = answers.GetProperty("labels");
            OnnxAnswers given = new(
                [.. answers.GetProperty("numbers").EnumerateArray().Select(number => number.GetDouble())],
                labels.ValueKind == JsonValueKind.Null
                    ? null
                    : [.. labels.EnumerateArray().Select(label => label.GetString()!)]
            );
            worst = Math.Max(worst, given.Compare(plan, OnnxExportTests.RandomTolerance));
        }
        TestContext.Progress.WriteLine($"onnxruntime-web, {plans.Count} models: the largest difference is {worst:G3}");
    }

    /// <summary>Writes the random models that travel to ONNX, and tells their plans by the files' names.</summary>
    private static Dictionary<string, Plan> Save(Workplace workplace)
    {
        Dictionary<string, Plan> plans = [];
        foreach (int seed in Enumerable.Range(1, ModelsToExport.Models))
        {
            Plan plan = ModelsToExport.Random(seed);
            try
            {
                string name = FormattableString.Invariant($"{seed:00}.onnx");
                byte[] model = ExportLanguage.Onnx.Write(plan, "model").Files[0].Content.ToArray();
                File.WriteAllBytes(Path.Combine(workplace.Path, name), model);
                plans.Add(name, plan);
            }
            catch (ExportException)
            {
                // It is refused by name: OnnxExportTests look at that.
            }
        }
        Assert.That(plans, Has.Count.GreaterThan(ModelsToExport.Models / 2));
        return plans;
    }

    private static string Beside(Workplace workplace, string name, string ending) =>
        Path.Combine(workplace.Path, Path.ChangeExtension(name, ending));

    /// <summary>As JSON, in which numbers are texts: it knows neither NaN nor infinity.</summary>
    private static string Feeds(OnnxInput[] inputs) =>
        new JsonArray([
            .. inputs.Select(input => new JsonObject
            {
                ["name"] = input.Name,
                ["columns"] = input.Columns,
                ["numbers"] = input.Numbers is { } numbers ? new JsonArray([.. numbers.Select(Number)]) : null,
                ["texts"] = input.Texts is { } texts ? new JsonArray([.. texts.Select(text => (JsonNode?)text)]) : null,
            }),
        ]).ToJsonString();

    private static JsonNode Number(double number) =>
        number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
