using System.Text.Json;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Gradcheck;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Tests.Gradcheck;

internal sealed class GradcheckTests : CommandTests
{
    [TestCase("species", "iris.csv", "--activation", "gelu")]
    [TestCase("species", "iris.csv", "--hidden", "5,4", "--activation", "mish", "--l2", "0.01")]
    [TestCase("progression", "diabetes.csv", "--loss", "huber")]
    [TestCase("progression", "diabetes.csv", "--output-activation", "identity", "--scale", "minmax")]
    public void Derivatives_agree_on_real_data(string target, string file, params string[] flags)
    {
        string data = Path.Combine(Path.GetDirectoryName(Samples.Iris)!, file);
        JsonElement check = Asked(["gradcheck", data, "--target", target, "--json", .. flags]).Good().Json;
        Assert.That(check.GetProperty("agrees").GetBoolean(), Is.True);
        Assert.That(check.GetProperty("largest_relative_error").GetDouble(), Is.LessThan(1e-6));
        Assert.That(check.GetProperty("rows").GetArrayLength(), Is.EqualTo(10));
        Assert.That(check.GetProperty("parameters").GetArrayLength(), Is.GreaterThan(10));
    }

    [Test]
    public void The_worst_come_first_and_all_where_they_are_wanted()
    {
        string[] arguments = ["gradcheck", Samples.Iris, "--target", "species"];
        Run worst = Asked(arguments).Good();
        Assert.That(worst.Output, Does.Contain("7 more agree better").And.Contain("They agree: 27 parameters"));
        Run all = Asked([.. arguments, "--all"]).Good();
        string[] names = [.. all.Lines.Select(line => line.Trim().Split(' ')[0]).Where(IsName)];
        Assert.That(names, Has.Length.EqualTo(27));
        Assert.That(names[0], Is.EqualTo("w1-1-1"));
        Assert.That(Asked([.. arguments, "--lang", "ja"]).Good().Output, Does.Contain("一致しました"));
    }

    [Test]
    public void Less_agreement_than_asked_for_ends_with_exit_code_6()
    {
        Run run = Asked("gradcheck", Samples.Iris, "--target", "species", "--tolerance", "0");
        Assert.That(run.ExitCode, Is.EqualTo(6));
        Assert.That(run.Error, Does.StartWith("error: ").And.Contain("disagree with the difference quotient"));
        Assert.That(run.Output, Does.Contain("DIFFERS").And.Contain("They do not agree"));
        Run json = Asked("gradcheck", Samples.Iris, "--target", "species", "--tolerance", "0", "--json");
        Assert.That(json.ExitCode, Is.EqualTo(6));
        Assert.That(json.Json.GetProperty("agrees").GetBoolean(), Is.False);
    }

    [Test]
    public void A_kink_is_marked_and_does_not_count()
    {
        Place.Write(
            "net.json",
            """
            { "layers": [
              { "weights": [[1, -1]], "bias": 0, "activation": "relu" },
              { "weights": [[2]], "bias": 0 } ] }
            """
        );
        string[] arguments = ["gradcheck", "--input", "3,3", "--expected", "1", "--weights", "net.json"];
        Run run = Asked(arguments).Good();
        Assert.That(run.Output, Does.Contain("kink inside ±h").And.Contain("3 at kinks"));
        JsonElement check = Asked([.. arguments, "--json"]).Good().Json;
        Assert.That(check.GetProperty("kinks").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public void A_wrong_derivative_is_found_and_named()
    {
        CheckedGradient wrong = Check(Activation.Elementwise(new HalfSlope()));
        Assert.That(wrong.Agrees, Is.False);
        Failure failure = wrong.Judge()!;
        Assert.That(failure.ExitCode, Is.EqualTo(6));
        Assert.That(failure.What, Does.StartWith("9 of 13 derivatives disagree"));
        Assert.That(failure.Where, Does.Match("^[wb]1-"));
        Assert.That(wrong.WorstFirst.Take(9).Select(wrong.NameOf), Is.All.Match("^[wb]1-"));
        Assert.That(Check(Activation.Tanh).Judge(), Is.Null);
    }

    [Test]
    public void Too_large_a_network_is_refused() =>
        Asked("gradcheck", Samples.Iris, "--target", "species", "--hidden", "9000").Failed(2, "gradcheck");

    [Test]
    public void A_tolerance_below_nothing_is_refused() =>
        Asked("gradcheck", "a.csv", "--tolerance", "-1").Failed(2, "--tolerance -1");

    [Test]
    public void Parameters_of_every_kind_have_names_of_their_own()
    {
        CheckedGradient check = Check(
            Architecture
                .WithInputs(2)
                .Add(new CategoryEmbeddingDescription(InputRanges.OfBlocks((0, 1)), Width: 1))
                .Add(new PeriodicEmbeddingDescription(InputRanges.Of(1), Frequencies: 1, Width: 2))
                .Add(new DiagonalScalingDescription())
                .Add(new NtkDenseDescription(1))
                .LayerNormalization()
                .Add(new ParametricActivationDescription(Activation.Relu))
                .Dense(1, Activation.Identity)
        );
        string[] names = [.. check.Report.Comparisons.Select(check.NameOf)];
        string[] expected =
        [
            .. (string[])["table0-1-1", "frequency0-1-1", "phase0-1-1", "mixture0-1-1", "offset0-1-1"],
            .. (string[])["s0-1", "s0-2", "s0-3", "w1-1-1", "w1-1-2", "w1-1-3", "b1-1"],
            .. (string[])["gamma1-1", "beta1-1", "alpha1-1", "w2-1-1", "b2-1"],
        ];
        Assert.That(names, Is.EqualTo(expected));
        Assert.That(check.Judge(), Is.Null);
    }

    private static CheckedGradient Check(Activation hidden) =>
        Check(Architecture.WithInputs(2).Dense(3, hidden).Dense(1, Activation.Identity));

    private static CheckedGradient Check(Architecture architecture)
    {
        SequentialNetwork<double> network = architecture.Build<double>(new Generator(3));
        Dataset<double> samples = new(new Matrix<double>(2, 2, [0.5, -1, 2, 0.3]), new Matrix<double>(1, 2, [1, -1]));
        GradientReport report = GradientCheck.Run(
            Objective.Create(network, Loss.SquaredError),
            samples.Inputs,
            samples.Targets
        );
        Lesson lesson = new(network, Loss.SquaredError, new Recipe(), samples, samples)
        {
            Source = "",
            InputNames = ["x1", "x2"],
            OutputNames = ["y1"],
            Rows = [1, 2],
        };
        return new CheckedGradient(lesson, report, 1e-6);
    }

    private static bool IsName(string word) => word is ['w' or 'b', >= '1' and <= '9', '-', ..];

    /// <summary>Tanh whose derivative is half of what it should be.</summary>
    private readonly record struct HalfSlope : IActivationFormula
    {
        public IReadOnlyList<double> Kinks => [];

        public V Value<V>(V z)
            where V : struct, ILanes<V> => Elementary.Tanh(z);

        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V> => V.Constant(0.5) * (V.Constant(1) - a * a);
    }
}
