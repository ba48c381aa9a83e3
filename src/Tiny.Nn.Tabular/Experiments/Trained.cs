using System.Numerics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A trained model, and the plan that it was trained by. There is one only where at least one epoch was over, or none was asked for.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Trained<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Trained(Plan<T> plan, Model<T> model, History history)
    {
        Plan = plan;
        Model = model;
        History = history;
    }

    /// <summary>What it was trained by: rows, encoding, architecture.</summary>
    public Plan<T> Plan { get; }

    /// <summary>The model.</summary>
    public Model<T> Model { get; }

    /// <summary>How training went; its <see cref="History.StopReason"/> tells whether it was cancelled.</summary>
    public History History { get; }

    /// <summary>The bags of the model, as they were trained; none of a single network.</summary>
    internal IReadOnlyList<TrainedBag<T>> Bags { get; init; } = [];

    /// <summary>
    /// What the networks of bags said of rows that they had not learned from; null of a single network. Each row is answered by few of the
    /// networks, so the model itself does a little better.
    /// </summary>
    public Predictions? OutOfFold { get; init; }

    /// <summary>The model.</summary>
    public override string ToString() => $"{Model}";

    /// <summary>The same, with a model that remembers another history.</summary>
    /// <param name="provenance">How the model came to be.</param>
    public Trained<T> With(Provenance provenance) =>
        new(Plan, Model.With(provenance), History) { Bags = Bags, OutOfFold = OutOfFold };
}
