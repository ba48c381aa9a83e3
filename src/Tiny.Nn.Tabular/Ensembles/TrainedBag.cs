using System.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Ensembles;

/// <summary>A trained bag, and what its networks said of the rows of their folds, which they had not learned from.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class TrainedBag<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal TrainedBag(BagRecipe recipe, TableEncoding encoding, ModelTarget target, IReadOnlyList<BagMember<T>> members, History history)
    {
        Members = members;
        Recipe = recipe;
        History = history;
        Target = target;
        double beta = 1;
        double uniform = 0;
        if (members[0].Logits is not null)
        {
            foreach (BagMember<T> member in members)
            {
                member.Logits!.Take(member.BestOutputs);
            }
            Logits pooled = Logits.Join([.. members.Select(member => member.Logits!)]);
            beta = Temperature.Fit(pooled);
            uniform = 1.0 / (pooled.Samples + 1);
        }
        Loss = history.Best?.Monitored ?? double.NaN;
        Beta = beta;
        Bag = new Bag<T>(encoding, [.. members.Select(member => member.Network)])
        {
            Calibration = new Calibration(Math.Sqrt(beta), uniform),
        };
    }

    internal IReadOnlyList<BagMember<T>> Members { get; }
    internal BagRecipe Recipe { get; }
    internal History History { get; }
    internal ModelTarget Target { get; }
    internal Bag<T> Bag { get; }
    internal double Beta { get; }
    internal double Loss { get; }
}
