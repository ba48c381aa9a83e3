using System.Collections.Immutable;
using System.Globalization;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>One configuration of a search, and what is known of it so far.</summary>
/// <param name="Number">Its number, from 1 on: the same seed and space give the same configuration, however many there are.</param>
/// <param name="Recipe">The recipe that it begins with.</param>
/// <param name="Values">What it has otherwise, by the names of the settings.</param>
public sealed record Trial(int Number, NamedRecipe Recipe, IReadOnlyList<KeyValuePair<string, string>> Values)
{
    /// <summary>The loss of each fold that it was judged by, in the order of the folds: of rows that it had not learned from, nor chosen its epoch by.</summary>
    public ImmutableArray<double> Losses { get; init; } = [];

    /// <summary>Why it came to nothing, as a sentence; null where it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>The mean loss of the folds; NaN before the first, and of a trial that came to nothing.</summary>
    public double Loss => Losses.IsEmpty || Fault is not null ? double.NaN : Losses.Average();

    /// <summary>The recipe and what is otherwise, as one line; in the invariant culture.</summary>
    public string Configuration =>
        string.Join(' ', Values.Select(value => $"{value.Key} {value.Value}").Prepend(Recipe.Name));

    /// <summary>Number, configuration and loss.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"trial {Number}, {Configuration}: {Fault ?? $"{Loss:G6}"}");

    /// <summary>The same with what became of one more fold, or the next.</summary>
    internal Trial With(FoldOutcome outcome) =>
        outcome.Fault is { } fault ? this with { Fault = fault } : this with { Losses = Losses.Add(outcome.Loss) };

    /// <summary>As much of it as the first folds tell.</summary>
    internal Trial Within(int folds) =>
        folds > Losses.Length ? this : this with { Losses = Losses[..folds], Fault = null };
}

/// <summary>What became of one fold of a trial.</summary>
/// <param name="Loss">The loss, where it came to one.</param>
/// <param name="Fault">Why it came to none; null where it did.</param>
internal readonly record struct FoldOutcome(double Loss, string? Fault)
{
    /// <summary>As another process reads it, to the last bit.</summary>
    internal byte[] ToBytes()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Loss);
        writer.Write(Fault is not null);
        writer.Write(Fault ?? "");
        writer.Flush();
        return stream.ToArray();
    }

    internal static FoldOutcome FromBytes(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes));
        double loss = reader.ReadDouble();
        bool hasFault = reader.ReadBoolean();
        string fault = reader.ReadString();
        return new(loss, hasFault ? fault : null);
    }
}
