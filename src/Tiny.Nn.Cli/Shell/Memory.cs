using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;

namespace Tiny.Nn.Cli.Shell;

/// <summary>Whether training fits into this machine: better known before than when the system ends the process.</summary>
internal static class Memory
{
    /// <exception cref="UsageException">It does not.</exception>
    internal static void Require(Plan<float> plan)
    {
        (Recipe recipe, int rows) = (plan.Recipe, plan.Table.Rows);
        double available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        double needed = Needed(plan.Architecture, recipe, rows);
        if (needed > available || plan.Architecture.ParameterCount > Array.MaxLength)
        {
            throw new UsageException(
                FormattableString.Invariant(
                    $"The network would need {needed / (1 << 30):N1} GB of memory; there are {available / (1 << 30):N1}."
                ),
                $"--hidden {string.Join(',', recipe.Hidden)} --batch-size {recipe.BatchSize}",
                "Give smaller layers or a smaller batch."
            );
        }
    }

    /// <summary>Parameters, their gradient, a copy of the best, the optimizer's moments; outputs and derivatives of a batch.</summary>
    private static double Needed(Architecture architecture, Recipe recipe, int rows)
    {
        double units = 0;
        int inputs = architecture.Inputs;
        foreach (LayerDescription layer in architecture.Layers)
        {
            inputs = layer.Size(inputs).Outputs;
            units += inputs;
        }
        double samples = Math.Min(recipe.BatchSize, rows) + Math.Min(rows, 1024);
        return sizeof(float) * (architecture.ParameterCount * (3.0 + recipe.Optimizer.Moments) + 2 * units * samples);
    }
}
