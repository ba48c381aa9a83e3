using System.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A trained model, and which rows made it.</summary>
/// <param name="Model">The model.</param>
/// <param name="History">How training went.</param>
/// <param name="TrainingRows">The rows it learned from.</param>
/// <param name="ValidationRows">The rows that chose the best epoch; none where the last one counts.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Fitted<T>(
    Model<T> Model,
    History History,
    IReadOnlyList<int> TrainingRows,
    IReadOnlyList<int> ValidationRows
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Above which probability a row is of the second of two classes, as the recipe's rule has it; null of other targets.</summary>
    public double? Threshold { get; init; }
}

/// <summary>What an experiment came to.</summary>
/// <param name="Fitted">The model, and which rows made it.</param>
/// <param name="Test">How the model does on rows that had no part in making it; null where none were set aside.</param>
/// <typeparam name="T">float or double.</typeparam>
public sealed record Outcome<T>(Fitted<T> Fitted, Report? Test)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The model.</summary>
    public Model<T> Model => Fitted.Model;

    /// <summary>How training went.</summary>
    public History History => Fitted.History;

    /// <summary>What the model said of each test row; null where none were set aside.</summary>
    public Predictions? TestPredictions { get; init; }

    /// <summary>
    /// Test rows whose features also stand in a row that the model learned from, or that chose its epoch; null where there are no test rows.
    /// </summary>
    public SharedRows? SharedRows { get; init; }
}
