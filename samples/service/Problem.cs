using Tiny.Nn.Tabular;

namespace Service;

/// <summary>Why a request was refused, in the three lines that the library says it in.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Where">The row and the column; null where there is no such place.</param>
/// <param name="Advice">What to do about it.</param>
public sealed record Problem(string What, string? Where, string? Advice)
{
    internal static Problem Of(DataException fault, int row) =>
        new(fault.What, fault.Where is null ? $"row {row}" : $"row {row}, {fault.Where}", fault.Advice);
}
