using System.Collections.Immutable;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>What a model said of some rows, beside what is true: all that a report and a comparison of two models need.</summary>
public abstract class Predictions
{
    private protected Predictions(ImmutableArray<int> rows) => Rows = rows;

    /// <summary>The rows of the table, in the order of everything else here.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>The predictions for the rows of several parts, such as folds, in ascending order of rows.</summary>
    /// <exception cref="ArgumentException">There is no part, or they are not of one kind.</exception>
    public static Predictions Join(IReadOnlyList<Predictions> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("There is nothing to join.", nameof(parts));
        }
        int[] rows = [.. parts.SelectMany(part => part.Rows)];
        int[] order = [.. Enumerable.Range(0, rows.Length)];
        Array.Sort(rows, order);
        return parts[0].JoinAll(parts, [.. rows], order);
    }

    /// <summary>The parts one after the other, and of that the places in this order.</summary>
    private protected abstract Predictions JoinAll(
        IReadOnlyList<Predictions> parts,
        ImmutableArray<int> rows,
        int[] order
    );

    /// <summary>The items of all parts in order.</summary>
    private protected static ImmutableArray<TItem> InOrder<TPart, TItem>(
        IReadOnlyList<Predictions> parts,
        int[] order,
        Func<TPart, ImmutableArray<TItem>> items
    )
    {
        TItem[] all = [.. parts.Cast<TPart>().SelectMany(part => items(part))];
        return [.. order.Select(place => all[place])];
    }

    /// <summary>Two models can be compared only on the same rows.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal void RequireSameRows(Predictions other)
    {
        if (GetType() != other.GetType() || !Rows.AsSpan().SequenceEqual(other.Rows.AsSpan()))
        {
            throw new ArgumentException("Two models can be compared on the same rows and the same target only.");
        }
    }

    /// <summary>The same draws for the same rows, whoever asks.</summary>
    internal static Generator BootstrapGenerator() => new(seed: 1, RandomStreams.Bootstrap);
}
