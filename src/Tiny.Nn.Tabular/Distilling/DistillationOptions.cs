using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>How a small network learns the answers of a large model.</summary>
public sealed record DistillationOptions
{
    /// <summary>About so many rows a small network learns from, where nobody says how many are made up.</summary>
    private const int EnoughRows = 10_000;

    private const int MostPerRow = 50;

    /// <summary>One layer of 16 units on plain inputs: what a microcontroller holds.</summary>
    internal static Recipe Usual { get; } = new() { Hidden = [16] };

    /// <summary>
    /// The small network, its inputs and its training; which rows choose the epoch and which are held out. What it says of the target (its kind, class weights, threshold, smoothing)
    /// is not used: that is the large model's.
    /// </summary>
    public Recipe Recipe
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Recipe));
    } = Usual;

    /// <summary>How many rows are made up for each that is learned from, at least 0; null for as many as make about 10,000 of them, 50 at most.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? MadePerRow
    {
        get;
        init => field = value is { } count ? Within.NotNegative(count, nameof(MadePerRow)) : null;
    }

    /// <summary>The recipe, and how many rows are made up.</summary>
    public override string ToString() => $"{Recipe}; {MadePerRow?.ToString() ?? "enough"} rows made up for each";

    /// <summary>How many rows are made up for each of so many.</summary>
    internal int PerRow(int rows) => MadePerRow ?? Math.Clamp((EnoughRows + rows - 1) / rows, 1, MostPerRow);
}
