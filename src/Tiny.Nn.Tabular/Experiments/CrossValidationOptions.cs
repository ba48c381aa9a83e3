using Tiny.Nn.Checkpoints;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>How often to divide a table into folds, and how.</summary>
public sealed record CrossValidationOptions
{
    /// <summary>k: into how many folds; two at least.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public int Folds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 5;

    /// <summary>How many times, each time dealt out anew. More repeats even out the luck of the deal, but add no rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int Repeats
    {
        get;
        init => field = Within.Positive(value);
    } = 1;

    /// <summary>How many folds are trained at the same time, by each process. The results are the same for any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int Threads
    {
        get;
        init => field = Within.Positive(value);
    } = 1;

    /// <summary>The name of each row's group: no group is in two folds. Null where rows are independent.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>How much each row of the table counts in training; empty where all count the same.</summary>
    public ReadOnlyMemory<double> Weights { get; init; }

    /// <summary>Where the state of each fold's training is kept from time to time, and where it goes on from; null for nowhere.</summary>
    public ICheckpoint? Checkpoint { get; init; }

    /// <summary>The processes that the folds are dealt over: each makes this run, with the same arguments. Usually this one alone.</summary>
    public IRanks Ranks { get; init; } = OneRank.OfMachine;

    /// <summary>How many folds, how often, and by what.</summary>
    public override string ToString()
    {
        string groups = Groups is null ? "" : $", {Groups.Distinct().Count()} groups";
        string repeats = Repeats == 1 ? "" : $", {Repeats} times";
        return $"{Folds} folds{repeats}{groups}{(Weights.IsEmpty ? "" : ", weighted")}";
    }
}
