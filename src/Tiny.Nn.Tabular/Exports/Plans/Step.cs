using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>One step from a row's cells to an answer.</summary>
/// <param name="Target">What it writes.</param>
/// <param name="About">What it is, in a few words.</param>
internal abstract record Step(Slice Target, string About)
{
    /// <summary>What it reads.</summary>
    internal abstract IEnumerable<Vector> Sources { get; }
}

/// <summary>tᵢ = f(xᵢ, yᵢ, …). It may write what it reads, element by element.</summary>
internal sealed record Map(Slice Target, Formula Formula, Width Width, IReadOnlyList<Operand> Operands, string About)
    : Step(Target, About)
{
    internal override IEnumerable<Vector> Sources =>
        Operands.Select(operand => (operand as Each)?.Slice.Vector ?? (operand as Same)?.Vector).OfType<Vector>();
}

/// <summary>
/// t = b + W·x as chains of fused multiply-adds that begin at b, or at 0. With several groups x and t are cut into as many equal pieces, and each
/// piece of t is made of its own piece of x.
/// </summary>
/// <param name="Target">outputs.</param>
/// <param name="Weights">outputs × (inputs of a group), row by row.</param>
/// <param name="Bias">outputs; null for none.</param>
/// <param name="Source">inputs.</param>
/// <param name="Groups">How many pieces there are.</param>
/// <param name="About">What it is.</param>
internal sealed record Multiply(Slice Target, Table Weights, Table? Bias, Slice Source, int Groups, string About)
    : Step(Target, About)
{
    /// <summary>Where weights are whole numbers from −127 to 127, the factor of each output that they are multiplied by; else null.</summary>
    internal Table? Scales { get; init; }

    /// <summary>How many inputs an output is made of.</summary>
    internal int Inputs => Source.Length / Groups;

    internal override IEnumerable<Vector> Sources => [Source.Vector];
}

/// <summary>How numbers become one.</summary>
internal enum Reduction
{
    /// <summary>The largest.</summary>
    Largest,

    /// <summary>Their sum, from the first to the last.</summary>
    Sum,

    /// <summary>Their sum by 64 running sums, number i going to the sum i mod 64, which are folded 32 + 32, 16 + 16, … at the end.</summary>
    FoldedSum,
}

/// <summary>t = max x, or Σ x.</summary>
internal sealed record Reduce(Slice Target, Reduction Reduction, Slice Source, string About) : Step(Target, About)
{
    internal override IEnumerable<Vector> Sources => [Source.Vector];
}

/// <summary>tᵢ = x at place i of a list.</summary>
internal sealed record Gather(Slice Target, Slice Source, Indices Indices, string About) : Step(Target, About)
{
    internal override IEnumerable<Vector> Sources => [Source.Vector];
}

/// <summary>The words of a text, counted in as many places as the target has, and divided by the root of the sum of their squares.</summary>
/// <param name="Target">The counts; all 0 where the text is missing.</param>
/// <param name="Column">The column with the text.</param>
/// <param name="About">What it is.</param>
internal sealed record CountWords(Slice Target, int Column, string About) : Step(Target, About)
{
    internal override IEnumerable<Vector> Sources => [];
}

/// <summary>
/// tᵢ = the place of xᵢ among the numbers of row i of a table, which rise: 0 below the first, the last place above the last; between two of them the part of the way from
/// one to the next; the middle of those that it equals.
/// </summary>
/// <param name="Target">The places; they may take the place of what they are found for.</param>
/// <param name="Landmarks">xᵢ's numbers side by side, equally many for each i, two at least.</param>
/// <param name="Source">x.</param>
/// <param name="About">What it is.</param>
internal sealed record Rank(Slice Target, Table Landmarks, Slice Source, string About) : Step(Target, About)
{
    /// <summary>How many numbers each x has.</summary>
    internal int Count => Landmarks.Values.Count / Source.Length;

    internal override IEnumerable<Vector> Sources => [Source.Vector];
}
