using System.Numerics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>A small model that learned the answers of a large one, and both beside each other on rows that the small one had no part of.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Distilled<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Distilled(DistillationPlan<T> plan, Model<T> small, History history)
    {
        Large = plan.Large;
        Model = small;
        History = history;
        Split = plan.Rows.Split;
        LargeMayKnow = plan.Rows.LargeMayKnow;
        MadeRows = plan.MadeRows;
        LargeCost = ModelCost.Of(Large);
        Cost = ModelCost.Of(small);
        Imitation = plan.Compare(small);
    }

    /// <summary>The model whose answers were learned.</summary>
    public Model<T> Large { get; }

    /// <summary>The small model: one network, which predicts the same target.</summary>
    public Model<T> Model { get; }

    /// <summary>How training went: losses are against the answers of the large model.</summary>
    public History History { get; }

    /// <summary>Which rows were learned from, which chose the epoch, and which judge both models.</summary>
    public Split Split { get; }

    /// <summary>How many rows were made up to learn from, beside those of the table.</summary>
    public int MadeRows { get; }

    /// <summary>
    /// Whether the large model may have learned from rows that judge, so that its report is too good: it learned from a file of the same name, and other rows were set aside then.
    /// </summary>
    public bool LargeMayKnow { get; }

    /// <summary>What the large model costs.</summary>
    public ModelCost LargeCost { get; }

    /// <summary>What the small model costs.</summary>
    public ModelCost Cost { get; }

    /// <summary>How far the answers of the two are apart on the held-out rows; null where none were held out.</summary>
    public Imitation? Imitation { get; }

    /// <summary>
    /// How the small model does on the held-out rows. Beside it stand the large model, and the same network where it learns the target itself: without that nobody knows what the
    /// answers of the large model were worth. Null where no rows were held out, or the table has no target.
    /// </summary>
    public Report? Report { get; internal init; }

    /// <summary>The small model, and how it does.</summary>
    public override string ToString() => string.Join('\n', new object?[] { Model, Imitation, Report }.OfType<object>());
}
