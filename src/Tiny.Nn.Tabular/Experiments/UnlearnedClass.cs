namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A class that some folds of a cross-validation cannot learn.</summary>
/// <param name="Name">The class.</param>
/// <param name="Rows">How many rows it has in all.</param>
/// <param name="Folds">In how many folds none of them is for training.</param>
internal sealed record UnlearnedClass(string Name, int Rows, int Folds);
