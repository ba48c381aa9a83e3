using Tiny.Nn.Tabular.Exports.Plans;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tests.Shared.Exports;

namespace Tiny.Nn.Exports.Tests;

/// <summary>Random models, and plans of them whose self-tests ask for random rows.</summary>
internal static class ModelsToExport
{
    private const int Rows = 25;

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
