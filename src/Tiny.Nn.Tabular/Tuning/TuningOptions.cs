using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>How long a search lasts, and how its trials are judged.</summary>
public sealed record TuningOptions
{
    /// <summary>How many configurations are tried; null to go on until it is ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int? Trials
    {
        get;
        init => field = value is { } trials ? Within.Positive(trials, nameof(Trials)) : null;
    }

    /// <summary>Into how many folds the rows are dealt, test rows apart; two at least.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public int Folds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            field = value;
        }
    } = 9;

    /// <summary>How many folds are trained at the same time. The results are the same for any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0.</exception>
    public int Threads
    {
        get;
        init => field = Within.Positive(value);
    } = 1;

    /// <summary>How many trials, by how many folds.</summary>
    public override string ToString() => $"{(Trials is { } trials ? $"{trials} trials" : "trials")} by {Folds} folds";
}
