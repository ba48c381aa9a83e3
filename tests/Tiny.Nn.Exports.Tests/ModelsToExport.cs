using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tests.Shared.Exports;

namespace Tiny.Nn.Exports.Tests;

/// <summary>Random models, and plans of them whose self-tests ask for random rows.</summary>
internal static class ModelsToExport
{
    /// <summary>How many random models there are of most kinds.</summary>
    internal const int Models = 60;

    private const int Rows = 25;

    /// <summary>Models of the repository's tables, whose self-tests ask for all rows, each of them once more with a cell that is missing or unseen.</summary>
    internal static IEnumerable<TrainedPlan> Trained =>
        [
            TrainedPlan.Of("iris.csv", "species", new Recipe { Hidden = [8] }),
            TrainedPlan.Of("diabetes.csv", "progression", new Recipe { Hidden = [32, 16] }),
            TrainedPlan.Of("pima.csv", "diabetes", new Recipe { Hidden = [16], Threshold = ThresholdRule.Fixed(0.3) }),
            TrainedPlan.Of("house_votes.csv", "party", new Recipe { Hidden = [16] }),
            TrainedPlan.Of("iris.csv", "species", new Recipe { Effort = Effort.Normal }),
        ];

    /// <summary>A plan of a random model.</summary>
    /// <param name="seed">Which.</param>
    /// <param name="isBounded">Whether its rows hold no numbers beyond all that a float tells.</param>
    internal static Plan Random(int seed, bool isBounded = false)
    {
        RandomModels source = new((ulong)seed);
        Model<float> model = source.Model<float>();
        IEnumerable<Probe> rows = Enumerable
            .Range(0, isBounded ? 3 * Rows : Rows)
            .Select(_ => ModelProbes.Ask(model, "a random row", source.Row(model.Schema)))
            .Where(row => row.Answer.All(double.IsFinite));
        Plan plan = ModelPlan.Of(model);
        return plan with
        {
            Probes =
            [
                .. plan.Probes,
                .. rows.Where(row =>
                    !isBounded
                    || row.Cells.All(cell => cell is not double number || Math.Abs(number) is 0 or > 1e-6 and < 1e6)
                ),
            ],
        };
    }

    /// <summary>A plan of a random model with weights as bytes, and the answers of the model that has them.</summary>
    internal static Plan Quantized(int seed)
    {
        Model<float> model = new RandomModels((ulong)seed).Model<float>();
        return ModelPlan.Of(model, isQuantized: true);
    }
}
