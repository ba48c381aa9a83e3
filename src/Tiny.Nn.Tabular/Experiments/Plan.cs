using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>What a recipe makes of a table, before anything is trained.</summary>
/// <param name="Kind">What the target is taken for.</param>
/// <param name="Encoding">What the training rows make of the features.</param>
/// <param name="Architecture">The network that would be trained.</param>
/// <param name="Loss">The name of the loss that would be made small.</param>
public sealed record Plan(TargetKind Kind, TableEncoding Encoding, Architecture Architecture, string Loss)
{
    /// <summary>How many rows would be learned from.</summary>
    public int TrainingRows { get; init; }

    /// <summary>How many rows would choose the best epoch.</summary>
    public int ValidationRows { get; init; }

    /// <summary>How many rows only the report would see.</summary>
    public int TestRows { get; init; }
}
