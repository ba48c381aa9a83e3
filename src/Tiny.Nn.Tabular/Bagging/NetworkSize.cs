namespace Tiny.Nn.Tabular.Bagging;

/// <summary>How many numbers go into a network and come out of it.</summary>
/// <param name="Inputs">How many go in.</param>
/// <param name="Amounts">How many of them are amounts, which may be embedded or divided into bins.</param>
/// <param name="Outputs">How many come out.</param>
internal sealed record NetworkSize(int Inputs, int Amounts, int Outputs);
