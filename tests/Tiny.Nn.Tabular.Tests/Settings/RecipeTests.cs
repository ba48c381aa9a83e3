using System.Globalization;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Settings;

[TestFixture]
public sealed class RecipeTests
{
    [Test]
    public void The_defaults_are_these()
    {
        Recipe recipe = new();
        Assert.That(recipe.Hidden, Is.EqualTo([32]));
        Assert.That(recipe.Activation, Is.EqualTo(Activation.Relu));
        Assert.That(recipe.Kind, Is.Null);
        Assert.That(recipe.RegressionLoss, Is.EqualTo(Loss.SquaredError));
        Assert.That(recipe.Optimizer, Is.EqualTo(new Adam(0.005)));
        Assert.That(recipe.Penalty, Is.EqualTo(WeightPenalty.None));
        Assert.That(recipe.Clipping, Is.Null);
        Dictionary<string, string> expected = new()
        {
            ["activation"] = "relu",
            ["batch-size"] = "32",
            ["dropout"] = "0",
            ["epochs"] = "200",
            ["fill"] = "median",
            ["hidden"] = "32",
            ["l1"] = "0",
            ["l2"] = "0",
            ["label-smoothing"] = "0",
            ["learning-rate"] = "0.005",
            ["max-levels"] = "32",
            ["optimizer"] = "adam",
            ["patience"] = "30",
            ["scale"] = "standard",
            ["seed"] = "1",
            ["task"] = "classification",
            ["test"] = "0.2",
            ["validation"] = "0.15",
        };
        Assert.That(recipe.ToSettings(TargetKind.Classification), Is.EquivalentTo(expected));
        Assert.That(
            recipe.ToSettings(TargetKind.Classification).Keys,
            Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal)
        );
    }

    [Test]
    public void Every_setting_is_told_as_a_command_line_would_say_it()
    {
        Recipe recipe = new()
        {
            Hidden = [64, 16],
            Activation = Activation.Parse("leaky-relu:0.2"),
            Encoding = new EncodingOptions
            {
                Scaling = ScalingKind.MinMax,
                Fill = FillKind.Mean,
                MaxLevels = 9,
            },
            Dropout = 0.25,
            Kind = TargetKind.Regression,
            RegressionLoss = Loss.Huber,
            LabelSmoothing = 0.1,
            Optimizer = new Sgd(1.5),
            Penalty = new WeightPenalty(L1: 1e-5, L2: 0.001),
            Clipping = new ClipByNorm(2.5),
            BatchSize = 7,
            Epochs = 3,
            Patience = null,
            TestFraction = 0.3,
            ValidationFraction = 0,
            Seed = ulong.MaxValue,
        };
        Dictionary<string, string> expected = new()
        {
            ["activation"] = "leaky-relu:0.2",
            ["batch-size"] = "7",
            ["clip-norm"] = "2.5",
            ["dropout"] = "0.25",
            ["epochs"] = "3",
            ["fill"] = "mean",
            ["hidden"] = "64,16",
            ["l1"] = "1E-05",
            ["l2"] = "0.001",
            ["learning-rate"] = "1.5",
            ["max-levels"] = "9",
            ["optimizer"] = "sgd",
            ["patience"] = "none",
            ["loss"] = "huber",
            ["scale"] = "minmax",
            ["seed"] = "18446744073709551615",
            ["task"] = "regression",
            ["test"] = "0.3",
            ["validation"] = "0",
        };
        Assert.That(recipe.ToSettings(TargetKind.Regression), Is.EquivalentTo(expected));
        Assert.That((recipe with { Hidden = [] }).ToSettings(TargetKind.Regression)["hidden"], Is.EqualTo("none"));
        Assert.That(
            (recipe with { Clipping = new ClipByValue(0.5) }).ToSettings(TargetKind.Regression)["clip-value"],
            Is.EqualTo("0.5")
        );
    }

    [Test]
    public void Settings_do_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.That(new Recipe().ToSettings(TargetKind.Regression)["learning-rate"], Is.EqualTo("0.005"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
