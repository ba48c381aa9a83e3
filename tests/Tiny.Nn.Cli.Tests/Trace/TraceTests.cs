using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Tiny.Nn.Cli.Tests.Trace;

internal sealed class TraceTests : CommandTests
{
    private const string TwoTwoTwo = """
        { "layers": [
          { "weights": [[0.15, 0.20], [0.25, 0.30]], "bias": 0.35, "activation": "sigmoid" },
          { "weights": [[0.40, 0.45], [0.50, 0.55]], "bias": [0.6, 0.6], "activation": "sigmoid" } ] }
        """;

    private static readonly string[] ByHand =
    [
        "trace",
        "--input",
        "0.05,0.10",
        "--expected",
        "0.01,0.99",
        "--weights",
        "net.json",
        "--loss",
        "squared-error",
        "--learning-rate",
        "0.5",
    ];

    [SetUp]
    public void Write_the_network_by_hand() => Place.Write("net.json", TwoTwoTwo);

    [Test]
    public void The_network_of_the_courses_comes_out_as_they_print_it()
    {
        JsonElement trace = Asked([.. ByHand, "--json"]).Good().Json;
        JsonElement sample = trace.GetProperty("samples")[0];
        JsonElement hidden = sample.GetProperty("layers")[0];
        JsonElement output = sample.GetProperty("layers")[1];
        using (Assert.EnterMultipleScope())
        {
            Same(hidden.GetProperty("a"), 0.593269992107187, 0.596884378259767);
            Same(output.GetProperty("a"), 0.751365069552316, 0.772928465321463);
            Same(output.GetProperty("delta"), 0.138498561628557, -0.038098236516556);
            Same(output.GetProperty("dloss_dweights")[0], 0.082167040564231, 0.138498561628557 * 0.596884378259767);
            Same(hidden.GetProperty("products")[0], 0.15 * 0.05, 0.2 * 0.1);
            Assert.That(sample.GetProperty("loss").GetDouble(), Is.EqualTo(0.298371108760003).Within(1e-12));
            Assert.That(After(trace, "w2-1-1"), Is.EqualTo(0.358916479717885).Within(1e-12));
            Assert.That(After(trace, "w1-1-1"), Is.EqualTo(0.149780716132763).Within(1e-12));
            Assert.That(sample.GetProperty("fused").GetBoolean(), Is.False);
            Assert.That(trace.GetProperty("schema").GetInt32(), Is.EqualTo(1));
        }
    }

    [Test]
    public void Scaling_is_told_with_the_cells_of_the_file()
    {
        Place.Write("class.csv", "hours,sleep,grade\n2,8,bad\n3,7,bad\n4,6,good\n6,7,good\n3,5,bad\n");
        string[] command = ["trace", "class.csv", "--target", "grade", "--hidden", "2"];
        Run run = Asked(command).Good();
        Assert.That(run.Lines, Has.Member("  x₁ = (hours − 3.6)/1.35647 = (2 − 3.6)/1.35647 = −1.17954"));
        JsonElement trace = Asked([.. command, "--json"]).Good().Json;
        Same(trace.GetProperty("samples")[0].GetProperty("raw_input"), 2, 8);
        Assert.That(trace.GetProperty("scaling").GetProperty("kind").GetString(), Is.EqualTo("standard"));
        Assert.That(
            trace.GetProperty("scaling").GetProperty("inputs")[0].GetProperty("center").GetDouble(),
            Is.EqualTo(3.6).Within(1e-12)
        );
        Assert.That(
            Asked([.. ByHand, "--json"]).Good().Json.GetProperty("scaling").ValueKind,
            Is.EqualTo(JsonValueKind.Null)
        );
    }

    [Test]
    public void A_handout_is_a_page_without_a_script_and_blank_only_as_a_handout()
    {
        Asked([.. ByHand, "--html", "h.html", "--handout"]).Good();
        Asked([.. ByHand, "--html", "b.html", "--handout", "--blank"]).Good();
        string filled = File.ReadAllText(Place.Path("h.html"));
        string blank = File.ReadAllText(Place.Path("b.html"));
        Assert.That(filled, Does.Contain("0.298371").And.Not.Contain("<script"));
        Assert.That(blank, Does.Not.Contain("0.298371").And.Contain("class=\"empty\""));
        Asked([.. ByHand, "--handout"]).Failed(2, "--handout");
        Asked([.. ByHand, "--html", "c.html", "--blank"]).Failed(2, "--blank");
    }

    [Test]
    public void On_a_terminal_the_formula_is_followed_by_the_numbers_and_the_result()
    {
        Run run = Asked([.. ByHand, "--weight", "w1-1-1"]).Good();
        string[] expected =
        [
            "  z⁽¹⁾₁ = w⁽¹⁾₁₁·x₁ + w⁽¹⁾₁₂·x₂ + b⁽¹⁾₁ = 0.15·0.05 + 0.2·0.1 + 0.35 = 0.0075 + 0.02 + 0.35 = 0.3775",
            "  a⁽¹⁾₁ = σ(z⁽¹⁾₁) = σ(0.3775) = 0.59327",
            "  ∂ℓ/∂a⁽²⁾₁ = a⁽²⁾₁ − t₁ = 0.751365 − 0.01 = 0.741365",
            "  f′(z⁽²⁾₁) = a⁽²⁾₁·(1 − a⁽²⁾₁) = 0.751365·(1 − 0.751365) = 0.186816",
            "  δ⁽²⁾₁ = ∂ℓ/∂a⁽²⁾₁·f′(z⁽²⁾₁) = 0.741365·0.186816 = 0.138499",
            "            = 0.4·0.138499 + 0.5·(−0.0380982)",
            "  ∂ℓ/∂w⁽²⁾₁₁ = δ⁽²⁾₁·a⁽¹⁾₁ = 0.138499·0.59327 = 0.082167",
            "  w⁽²⁾₁₁ ← w⁽²⁾₁₁ − η·g = 0.4 − 0.5·0.082167 = 0.358916",
            "The chain rule for w⁽¹⁾₁₁",
            "             = 0.0363503 · 0.241301 · 0.05",
        ];
        Assert.That(expected.Except(run.Lines), Is.Empty, run.Output);
        Assert.That(run.Lines.Where(line => line.Length > 100), Is.Empty);
    }

    [TestCase("en", "adam", "3", "4")]
    [TestCase("ja", "adamw", "2", "3,3")]
    [TestCase("ja", "sgd", "1", "none")]
    public void No_line_is_wider_than_a_hundred_columns(string language, string optimizer, string step, string hidden)
    {
        Run run = Asked(
                "trace",
                Samples.Iris,
                "--target",
                "species",
                "--rows",
                "1,51,101",
                "--hidden",
                hidden,
                "--activation",
                "tanh",
                "--optimizer",
                optimizer,
                "--step",
                step,
                "--digits",
                "9",
                "--l2",
                "0.01",
                "--clip-norm",
                "0.5",
                "--lang",
                language
            )
            .Good();
        Assert.That(run.Lines.Where(line => Columns(line) > 100), Is.Empty);
        Assert.That(run.Output, Does.Contain(language == "ja" ? "順伝播" : "Forward"));
        Assert.That(run.Output, Does.Contain(language == "ja" ? "用語集" : "Glossary"));
    }

    [TestCase("sgd", "w ← w − η·g", "")]
    [TestCase("momentum", "w ← w − η·v", "v")]
    [TestCase("nesterov", "w ← w − η·(g + μ·v)", "v")]
    [TestCase("adagrad", "w ← w − η·g/(√s + ε)", "s")]
    [TestCase("rmsprop", "s ← ρ·s + (1 − ρ)·g²", "s")]
    [TestCase("adam", "m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)", "m,v")]
    [TestCase("adamw", "w ← w − η·(m̂/(√v̂ + ε) + λ·w)", "m,v")]
    public void Every_optimizer_shows_its_rule_and_its_moments(string optimizer, string rule, string moments)
    {
        string[] arguments = [.. ByHand, "--optimizer", optimizer, "--step", "2", "--json"];
        JsonElement trace = Asked(arguments).Good().Json;
        JsonElement made = trace.GetProperty("optimizer");
        Assert.That(made.GetProperty("rules").EnumerateArray().Select(text => text.GetString()), Does.Contain(rule));
        JsonElement first = trace.GetProperty("parameters")[0];
        foreach (string moment in moments.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.That(first.GetProperty($"{moment}_before").GetDouble(), Is.Not.Zero);
            Assert.That(
                first.GetProperty($"{moment}_after").GetDouble(),
                Is.Not.EqualTo(first.GetProperty($"{moment}_before").GetDouble())
            );
        }
        Assert.That(made.GetProperty("step").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public void Softmax_shows_its_whole_Jacobian_and_what_it_collapses_to()
    {
        string[] arguments = ["trace", Samples.Iris, "--target", "species", "--hidden", "none"];
        Run run = Asked(arguments).Good();
        Assert.That(run.Output, Does.Contain("∂aᵢ/∂zⱼ").And.Contain("δ⁽¹⁾₁ = a⁽¹⁾₁ − t₁"));
        JsonElement sample = Asked([.. arguments, "--json"]).Good().Json.GetProperty("samples")[0];
        JsonElement layer = sample.GetProperty("layers")[0];
        foreach (JsonElement row in layer.GetProperty("jacobian").EnumerateArray())
        {
            Assert.That(Numbers(row).Sum(), Is.Zero.Within(1e-15));
        }
        Assert.That(
            Numbers(sample.GetProperty("two_steps").GetProperty("delta")),
            Is.EqualTo(Numbers(layer.GetProperty("delta"))).Within(1e-15)
        );
        Assert.That(sample.GetProperty("fused").GetBoolean(), Is.True);
    }

    [Test]
    public void A_batch_shows_the_mean_of_the_samples_gradients()
    {
        JsonElement trace = Asked("trace", Samples.Iris, "--target", "species", "--rows", "1,60,130", "--json")
            .Good()
            .Json;
        JsonElement[] samples = [.. trace.GetProperty("samples").EnumerateArray()];
        Assert.That(samples.Select(sample => sample.GetProperty("line").GetInt32()), Is.EqualTo([2, 61, 131]));
        double mean = samples.Average(sample =>
            sample.GetProperty("layers")[1].GetProperty("dloss_dbias")[0].GetDouble()
        );
        JsonElement bias = Parameter(trace, "b2-1");
        Assert.That(bias.GetProperty("mean_gradient").GetDouble(), Is.EqualTo(mean).Within(1e-15));
    }

    [Test]
    public void Where_two_steps_break_down_the_page_says_so_and_the_engine_does_not()
    {
        Place.Write("steep.json", """{ "layers": [{ "weights": [[800]], "bias": 0, "activation": "sigmoid" }] }""");
        string[] arguments = ["trace", "--input", "-1", "--expected", "1", "--weights", "steep.json"];
        Run run = Asked(arguments).Good();
        Assert.That(run.Output, Does.Contain("In two steps a number leaves the range").And.Contain("−∞"));
        JsonElement sample = Asked([.. arguments, "--json"]).Good().Json.GetProperty("samples")[0];
        Assert.That(sample.GetProperty("loss").GetDouble(), Is.EqualTo(800));
        Same(sample.GetProperty("layers")[0].GetProperty("delta"), -1);
        Assert.That(sample.GetProperty("two_steps").GetProperty("loss").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("en", "Pick a weight")]
    [TestCase("ja", "重みを選ぶ")]
    public void The_page_holds_everything_and_asks_for_nothing(string language, string title)
    {
        string[] arguments = [.. ByHand, "--html", "step.html", "--lang", language];
        Run run = Asked(arguments).Good();
        Assert.That(run.Output, Is.Empty);
        Assert.That(run.Error, Does.Contain("step.html"));
        string text = File.ReadAllText(Place.Path("step.html"));
        XElement page = XDocument.Parse(text[text.IndexOf('\n', StringComparison.Ordinal)..]).Root!;
        Assert.That(page.Attribute("lang")!.Value, Is.EqualTo(language));
        string[] panels =
        [
            .. page.Descendants("div")
                .Where(panel => panel.Attribute("class")?.Value == "chain")
                .Select(panel => panel.Attribute("id")!.Value),
        ];
        string[] names =
        [
            .. Enumerable
                .Range(1, 2)
                .SelectMany(l =>
                    Enumerable.Range(1, 2).SelectMany(i => new[] { $"w{l}-{i}-1", $"w{l}-{i}-2", $"b{l}-{i}" })
                ),
        ];
        Assert.That(panels, Is.EqualTo(names));
        Assert.That(
            page.Descendants("a").Select(link => link.Attribute("href")!.Value[1..]).Distinct(),
            Is.EquivalentTo(names)
        );
        Assert.That(
            page.Descendants("line").Count(line => $"{line.Attribute("class")?.Value}" == "weight"),
            Is.EqualTo(8)
        );
        string[] results = [.. page.Descendants("span").Select(span => span.Value)];
        Assert.That(results, Does.Contain("= 0.298371").And.Contain("= 0.082167").And.Contain("= 0.358916"));
        Assert.That(text, Does.Contain(title));
        Assert.That(text, Does.Not.Contain("http:").And.Not.Contain("https:").And.Not.Contain("src="));
        Asked(arguments).Failed(2, "step.html");
        Asked([.. arguments, "--force"]).Good();
        Assert.That(File.ReadAllText(Place.Path("step.html")), Is.EqualTo(text).Or.Contain("--force"));
    }

    [Test]
    public void A_trained_model_can_be_traced_with_its_own_step()
    {
        JsonElement trace = Asked("trace", Samples.Iris, "--model", Samples.IrisModel, "--json").Good().Json;
        Assert.That(trace.GetProperty("optimizer").GetProperty("name").GetString(), Is.EqualTo("adam"));
        Assert.That(trace.GetProperty("sizes").GetString(), Is.EqualTo("4-32-3"));
    }

    [TestCase("trace", "iris.csv", "--target", "species", "--hidden", "32")]
    [TestCase("trace", "iris.csv", "--target", "species", "--rows", "1-150")]
    [TestCase("trace", "iris.csv", "--target", "species", "--hidden", "32", "--json", "--html", "step.html")]
    [TestCase("trace", "iris.csv", "--target", "species", "--hidden", "9000", "--json")]
    public void Too_much_to_show_is_refused_with_the_limit(params string[] arguments)
    {
        File.Copy(Samples.Iris, Place.Path("iris.csv"));
        Run run = Asked(arguments).Failed(2, "trace");
        Assert.That(run.Error, Does.Contain("The limit is").And.Contain("--hidden"));
        Assert.That(Place.Names, Does.Not.Contain("step.html"));
    }

    [TestCase("--weight", "w9-1-1")]
    [TestCase("--digits", "1")]
    [TestCase("--step", "0")]
    [TestCase("--html", "-")]
    [TestCase("--html", "net.json")]
    [TestCase("--rows", "0")]
    [TestCase("--rows", "3-1")]
    [TestCase("--input", "1,a")]
    public void A_value_that_makes_no_sense_is_refused(string flag, string value) =>
        Asked([.. ByHand, flag, value]).Failed(2, $"{flag} ");

    [Test]
    public void A_target_that_is_missing_is_asked_for() =>
        Assert.That(
            Asked("trace", Samples.Iris).Failed(2, "species").Error,
            Does.Contain("tinynn trace").And.Contain("--target species")
        );

    private static JsonElement Parameter(JsonElement trace, string name) =>
        trace.GetProperty("parameters").EnumerateArray().Single(p => p.GetProperty("name").GetString() == name);

    private static double After(JsonElement trace, string name) =>
        Parameter(trace, name).GetProperty("after").GetDouble();

    private static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static void Same(JsonElement actual, params double[] expected) =>
        Assert.That(Numbers(actual), Is.EqualTo(expected).Within(1e-12));

    private static int Columns(string line) =>
        line.Sum(letter =>
            letter >= '⺀' ? 2
            : CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark ? 0
            : 1
        );
}
