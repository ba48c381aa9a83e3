using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Exports;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Exports.Tests;

/// <summary>The programs of samples/exports do what the model does.</summary>
public sealed class SampleTests
{
    /// <summary>What the page sees of a browser.</summary>
    private const string FakeDocument = """
        const values = { sepal_length: "5.1", sepal_width: "3.5", petal_length: "1.4", petal_width: "0.2" };
        const elements = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]));
        const parts = { row: { elements, addEventListener() {} }, answer: {} };
        globalThis.document = { getElementById: (id) => parts[id] };
        """;

    private static readonly Lazy<Model<float>> Trained = new(() =>
        Experiment
            .Run<float>(
                CsvTable.Read(Path.Combine(Repository.Root, "data", "iris.csv"), "species"),
                new Recipe { Hidden = [8], Seed = 1 }
            )
            .Model
    );

    /// <summary>The network of the samples' page.</summary>
    internal static Model<float> Flower => Trained.Value;

    /// <summary>What each sample says of a typical flower.</summary>
    internal static string Expected
    {
        get
        {
            Prediction prediction = Flower.Predict(
                ("sepal_length", 5.1),
                ("sepal_width", 3.5),
                ("petal_length", 1.4),
                ("petal_width", 0.2)
            );
            return FormattableString.Invariant($"{prediction.Class} {prediction.Confidence:F4}");
        }
    }

    [Test]
    public void The_loop_in_c_answers_each_line()
    {
        using Workplace workplace = Prepare(ExportLanguage.C, "main.c");
        string[] strict = ["-std=c99", "-Wall", "-Wextra", "-Wconversion", "-pedantic", "-Werror"];
        (int compiled, string faults) = Tool.Run(
            workplace.Path,
            "gcc",
            [.. strict, "main.c", "flower.c", "-lm", "-o", "loop"]
        );
        Assert.That(compiled, Is.Zero, faults);
        (_, string said) = Tool.Run(workplace.Path, "bash", "-c", "echo 5.1,3.5,1.4,0.2 | ./loop");
        Assert.That(said.Trim(), Is.EqualTo(Expected));
    }

    [Test]
    public void The_program_in_python_answers_each_row()
    {
        using Workplace workplace = Prepare(ExportLanguage.Python, "predict.py");
        Tool.Require("python3");
        string row = "sepal_length,sepal_width,petal_length,petal_width\\n5.1,3.5,1.4,0.2\\n";
        (_, string said) = Tool.Run(workplace.Path, "bash", "-c", $"printf '{row}' | python3 predict.py");
        Assert.That(said.Trim(), Is.EqualTo(Expected));
    }

    [Test]
    public void The_page_shows_the_answer()
    {
        using Workplace workplace = Prepare(ExportLanguage.JavaScript, "page.html");
        string page = File.ReadAllText(Path.Combine(workplace.Path, "page.html"));
        int start =
            page.IndexOf("<script type=\"module\">", StringComparison.Ordinal) + "<script type=\"module\">".Length;
        string script = page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
        File.WriteAllText(
            Path.Combine(workplace.Path, "page.mjs"),
            $"{FakeDocument}\n{script}\nconsole.log(parts.answer.textContent);"
        );
        (_, string said) = Tool.Run(workplace.Path, "node", "page.mjs");
        Assert.That(said.Trim(), Is.EqualTo(Expected));
    }

    private static Workplace Prepare(ExportLanguage language, string sample)
    {
        Workplace workplace = new();
        workplace.Save(language.Write(Flower, "flower"), "flower");
        File.Copy(Path.Combine(Repository.Root, "samples", "exports", sample), Path.Combine(workplace.Path, sample));
        return workplace;
    }
}
