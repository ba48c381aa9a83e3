using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Exports.Tests;

/// <summary>The programs of samples/exports that are projects of .NET, alone in a directory, and the one that needs a package of Python.</summary>
public sealed partial class NetSampleTests
{
    private const string Row = "5.1,3.5,1.4,0.2\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task The_service_predicts_with_the_bits_of_the_model_and_refuses_unknown_columns()
    {
        using Workplace workplace = Prepare("service", ExportLanguage.CSharp, "Flower");
        using Process service = Start(workplace, "run", "--", "--urls", "http://127.0.0.1:0");
        try
        {
            using HttpClient client = new() { BaseAddress = await Address(service) };
            Assert.That((await client.GetAsync("/health")).IsSuccessStatusCode);
            HttpResponseMessage said = await client.PostAsync(
                "/predict",
                Json("""{ "sepal_length": 5.1, "sepal_width": 3.5, "petal_width": 0.2 }""")
            );
            JsonElement answer = await said.Content.ReadFromJsonAsync<JsonElement>();
            Prediction expected = SampleTests.Flower.Predict(
                ("sepal_length", 5.1),
                ("sepal_width", 3.5),
                ("petal_width", 0.2)
            );
            Assert.That(answer.GetProperty("species").GetString(), Is.EqualTo(expected.Class));
            Assert.That(
                answer.GetProperty("probabilities").EnumerateObject().Select(one => (one.Name, one.Value.GetDouble())),
                Is.EqualTo(expected.Probabilities.Select(one => (one.Key, one.Value)))
            );
            HttpResponseMessage refused = await client.PostAsync("/predict", Json("""{ "sepal": 5.1 }"""));
            Assert.That((int)refused.StatusCode, Is.EqualTo(400));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
        }
    }

    [Test]
    public void The_program_that_asks_an_onnx_runtime_answers_each_line()
    {
        using Workplace workplace = Prepare("onnx", ExportLanguage.Onnx, "flower");
        using Process program = Start(workplace, "run", "--", "flower.onnx");
        program.StandardInput.Write(Row + ",,,\n");
        program.StandardInput.Close();
        string[] lines = program.StandardOutput.ReadToEnd().TrimEnd().Split('\n');
        Assert.That(lines, Has.Length.EqualTo(2), program.StandardError.ReadToEnd());
        Assert.That(lines[0].Trim(), Is.EqualTo(SampleTests.Expected));
    }

    [Test]
    public void The_script_that_asks_an_onnx_runtime_answers_each_row()
    {
        using Workplace workplace = Prepare("onnx", ExportLanguage.Onnx, "flower");
        (int code, string fault) = Tool.Run(workplace.Path, "python3", "-m", "py_compile", "classify.py");
        Assert.That(code, Is.Zero, fault);
        Tool.RequireModule("python3", "onnxruntime");
        string rows = $"sepal_length,sepal_width,petal_length,petal_width\\n{Row.TrimEnd()}\\n";
        (_, string said) = Tool.Run(workplace.Path, "bash", "-c", $"printf '{rows}' | python3 classify.py flower.onnx");
        Assert.That(said.Trim(), Is.EqualTo(SampleTests.Expected));
    }

    /// <summary>A copy of a sample with its export, where no other file of the repository is seen.</summary>
    private static Workplace Prepare(string sample, ExportLanguage language, string name)
    {
        Workplace workplace = new();
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "samples", "exports", sample)))
        {
            File.Copy(file, Path.Combine(workplace.Path, Path.GetFileName(file)));
        }
        workplace.Save(language.Write(SampleTests.Flower, "flower"), name);
        return workplace;
    }

    private static Process Start(Workplace workplace, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = workplace.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("CI");
        return Process.Start(start)!;
    }

    /// <summary>Where the service listens, as it says itself.</summary>
    private static async Task<Uri> Address(Process service)
    {
        using CancellationTokenSource clock = new(Patience);
        while (await service.StandardOutput.ReadLineAsync(clock.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                return new Uri(match.Groups[1].Value);
            }
        }
        throw new AssertionException(await service.StandardError.ReadToEndAsync(clock.Token));
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    [GeneratedRegex("listening on: (http://.*)")]
    private static partial Regex Listening();
}
