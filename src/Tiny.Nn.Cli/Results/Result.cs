namespace Tiny.Nn.Cli.Results;

/// <summary>A result of a command, described once: every format is one walk over it.</summary>
/// <param name="Data">All of it, in the order that documents have.</param>
/// <param name="Shown">What people are shown of it, in the order in which they read it.</param>
internal sealed record Result(IReadOnlyList<Field> Data, IReadOnlyList<Part> Shown);
