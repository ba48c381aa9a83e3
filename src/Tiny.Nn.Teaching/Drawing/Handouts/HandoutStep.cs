using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Drawing.Handouts;

/// <summary>One part of a step: the same lines for every sample.</summary>
/// <param name="Title">What is calculated.</param>
/// <param name="Samples">The lines of each sample, with the same symbols in the same order.</param>
internal sealed record HandoutStep(string Title, IReadOnlyList<IReadOnlyList<TraceLine>> Samples);
