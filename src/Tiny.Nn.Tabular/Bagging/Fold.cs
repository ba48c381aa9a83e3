namespace Tiny.Nn.Tabular.Bagging;

/// <summary>The samples that one network of a bag learns from, and those that it is validated on: places among the samples of the bag.</summary>
/// <param name="Training">To learn from.</param>
/// <param name="Validation">Unseen by the network while it learns.</param>
internal sealed record Fold(int[] Training, int[] Validation);
