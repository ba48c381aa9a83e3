using System.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A trained model, and how it does on rows that had no part in making it.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Judged<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Judged(Trained<T> trained) => Trained = trained;

    /// <summary>The model, and the plan that it was trained by.</summary>
    public Trained<T> Trained { get; }

    /// <summary>Which rows were for what, and how features become inputs.</summary>
    public Plan<T> Plan => Trained.Plan;

    /// <summary>The model.</summary>
    public Model<T> Model => Trained.Model;

    /// <summary>How training went.</summary>
    public History History => Trained.History;

    /// <summary>How the model does on the test rows, beside simpler models; null where none were set aside.</summary>
    public Report? Test { get; internal init; }

    /// <summary>What the model said of each test row; null where none were set aside.</summary>
    public Predictions? TestPredictions { get; internal init; }

    /// <summary>
    /// Where no test rows were set aside and bags were trained: how each row was answered by networks that had not learned from it. The model itself, of
    /// all networks together, usually does a little better. Null where test rows judge, and of a single network.
    /// </summary>
    public Report? OutOfFold { get; internal init; }

    /// <summary>
    /// Test rows whose features also stand in a row that the model learned from, or that chose its epoch; null where there are no test rows.
    /// </summary>
    public SharedRows? SharedRows { get; internal init; }

    /// <summary>What memory did not suffice for, in words; null for nothing. The model stands.</summary>
    internal string? Shortage { get; init; }

    /// <summary>The same with one more model beside it on the test rows, of which there are some.</summary>
    internal Judged<T> Beside(string name, Predictions others) =>
        With(Baselines.With(Test!, name, TestPredictions!, others));

    /// <summary>The same with a note that there is no such model.</summary>
    internal Judged<T> Without(string name, string reason) =>
        With(Test! with { Notes = [.. Test!.Notes, $"There are no {name} to compare with: {reason}."] });

    private Judged<T> With(Report test) =>
        new(Trained)
        {
            Test = test,
            TestPredictions = TestPredictions,
            SharedRows = SharedRows,
            Shortage = Shortage,
        };

    /// <summary>The report; of a model without one, the model.</summary>
    public override string ToString() => (Test ?? OutOfFold) is { } report ? $"{report}" : $"{Model}";
}
