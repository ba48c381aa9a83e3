using Tiny.Nn.Data;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Experiments;

/// <summary>What a recipe makes of a table, before anything is trained.</summary>
/// <param name="Kind">What the target is taken for.</param>
/// <param name="Architecture">The network that would be trained.</param>
/// <param name="Loss">The name of the loss that would be made small.</param>
public sealed record Plan(TargetKind Kind, Architecture Architecture, string Loss);
