using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Minimization;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Encodings;
using Tiny.Nn.Tabular.Tests.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>What a recipe makes of categories, of epochs and of smoothing, from the table to the model file.</summary>
[TestFixture]
public sealed class RecipeNetworkTests
{
    /// <summary>Of age, sex, city (six levels), date and words, with holes in three.</summary>
    private static readonly Table Mixed = Columns.Many(120);

    private static readonly string[] Amounts = ["age", "when (year)", "when (days)"];

    private static readonly Recipe Short = new()
    {
        Hidden = [5],
        Epochs = 4,
        CategoryEmbedding = 2,
        EmbedFrom = 4,
    };

    [Test]
    public void A_category_of_many_levels_is_embedded_and_amounts_behind_it_are_found_again()
    {
        Plan<float> plan = Experiment.Plan<float>(Mixed, Short with { Embedding = NumberEmbedding.Periodic });
        string[] names = [.. plan.Encoding.OutputNames];
        int first = Array.IndexOf(names, "city=Bern");
        IEnumerable<int> moved = Amounts
            .Select(name => Array.IndexOf(names, name))
            .Select(place => place > first ? place - 6 + 2 : place);
        Assert.That(names[first + 5], Is.EqualTo("city=Rome"));
        Assert.That(
            plan.Architecture.Layers.Take(2),
            Is.EqualTo(
                new LayerDescription[]
                {
                    new CategoryEmbeddingDescription(InputRanges.OfBlocks((first, 6)), 2),
                    new PeriodicEmbeddingDescription(InputRanges.Of(moved)),
                }
            )
        );
    }

    [Test]
    public void The_place_that_rare_levels_share_is_embedded_with_the_others()
    {
        Recipe three = Short with { Encoding = new EncodingOptions { MaxLevels = 3 } };
        Plan<float> plan = Experiment.Plan<float>(Mixed, three);
        int other = Array.IndexOf([.. plan.Encoding.OutputNames], "city (other)");
        Assert.That(
            plan.Architecture.Layers[0],
            Is.EqualTo(new CategoryEmbeddingDescription(InputRanges.OfBlocks((other - 3, 4)), 2))
        );
    }

    [TestCase(0, 4)]
    [TestCase(2, 7)]
    public void Fewer_levels_or_no_width_leave_the_network_as_it_was(int width, int from)
    {
        Recipe recipe = Short with { CategoryEmbedding = width, EmbedFrom = from };
        Assert.That(
            Experiment.Plan<float>(Mixed, recipe).Architecture,
            Is.EqualTo(Experiment.Plan<float>(Mixed, new Recipe { Hidden = [5] }).Architecture)
        );
    }

    [Test]
    public void Of_the_named_recipes_that_of_the_paper_embeds_categories_and_chooses_epochs_by_error()
    {
        Recipe Of(NamedRecipe named) => named.For(new Recipe(), TargetKind.Classification, 100);
        Assert.That(
            NamedRecipe.All.Where(named => Of(named).CategoryEmbedding == 8 && Of(named).EmbedFrom == 9),
            Is.EqualTo([NamedRecipe.RealMlp])
        );
        Assert.That(
            NamedRecipe.All.Where(named => Of(named).BestBy == EpochCriterion.Error),
            Is.EqualTo([NamedRecipe.RealMlp, NamedRecipe.RealMlpS])
        );
    }

    [Test]
    public void A_model_with_embedded_categories_comes_back_from_its_file([Values] ScalingKind scaling)
    {
        Recipe recipe = Short with { Encoding = new EncodingOptions { Scaling = scaling } };
        Model<float> model = Experiment.Plan<float>(Mixed, recipe).Train().Model;
        Model<float> read = Examples.Read<float>(TestTables.Bytes(model));
        Table others = Columns.Many(50, seed: 2);
        double[] expected = [.. model.Predict(others).Values];
        Bits.AssertSame<double>(read.Predict(others).Values, expected, "predictions");
        Assert.That(expected, Is.All.InRange(0, 1));
    }

    [Test]
    public void All_rows_at_once_train_tables_too_and_no_schedule_of_smoothing()
    {
        Recipe full = Short with { FullBatch = new Lbfgs() };
        Model<float> start = Experiment.Plan<float>(Mixed, full with { Epochs = 0 }).Train().Model;
        Trained<float> trained = Experiment.Plan<float>(Mixed, full).Train();
        Assert.That(trained.History.Last!.TrainingLoss, Is.LessThan(trained.History.Epochs[0].TrainingLoss));
        Assert.That(Table(trained.Model), Is.Not.EqualTo(Table(start)));
        Recipe scheduled = full with { LabelSmoothing = 0.1, LabelSmoothingSchedule = LearningRateSchedule.FlatCosine };
        Assert.That(
            () => Experiment.Plan<float>(Mixed, scheduled).Train(),
            Throws.TypeOf<DataException>().With.Property("Where").Contains("label-smoothing-schedule flat-cosine")
        );

        static float[] Table(Model<float> model)
        {
            ParameterBlock block = model.Network.Blocks.Single(one => one.Name == "0.table");
            return [.. model.Network[block].Values];
        }
    }

    [Test]
    public void A_schedule_of_smoothing_reaches_the_steps()
    {
        Recipe smoothed = Short with { LabelSmoothing = 0.3 };
        Recipe fading = smoothed with { LabelSmoothingSchedule = LearningRateSchedule.Exponential(0.5) };
        float[] First(Recipe recipe, int epochs) =>
            [
                .. Experiment
                    .Plan<float>(Mixed, recipe with { Epochs = epochs, ValidationFraction = 0 })
                    .Train()
                    .Model.Network.Parameters.Values,
            ];
        Bits.AssertSame<float>(First(fading, 1), First(smoothed, 1), "the first epoch has the whole of it");
        Assert.That(First(fading, 2), Is.Not.EqualTo(First(smoothed, 2)));
    }

    [Test]
    public void The_epoch_that_is_kept_is_the_last_of_those_with_the_fewest_mistakes()
    {
        Recipe recipe = new()
        {
            Optimizer = new Adam(0.05),
            Epochs = 40,
            Patience = null,
            BestBy = EpochCriterion.Error,
        };
        string[] noise = [.. Enumerable.Range(0, 120).Select(i => i * i % 11 < 5 ? "p" : "q")];
        History history = Experiment.Plan<float>(TestTables.With<float>(noise), recipe).Train().History;
        double? highest = history.Epochs.Max(epoch => epoch.ValidationAccuracy);
        Assert.That(history.Kept, Is.EqualTo(history.Epochs.Last(epoch => epoch.ValidationAccuracy == highest)));
        Assert.That(history.Kept!.Epoch, Is.Not.EqualTo(EpochReport.Best(history.Epochs)!.Epoch));
    }
}
