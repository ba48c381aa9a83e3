using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>
/// How a model comes from a row to an answer, step by step, told once for all languages: a writer of one knows its syntax and nothing of models.
/// </summary>
internal sealed record Plan
{
    /// <summary>The columns of a row, in the model's order.</summary>
    internal required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>The texts of a missing cell, in any case of letters, beside an empty one.</summary>
    internal required IReadOnlyList<string> MissingTexts { get; init; }

    /// <summary>The decimal mark of levels that are numbers.</summary>
    internal required char DecimalMark { get; init; }

    /// <summary>The cells of a row.</summary>
    internal required Vector Cells { get; init; }

    /// <summary>The steps, in order.</summary>
    internal required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>What the answer means.</summary>
    internal required Answer Answer { get; init; }

    /// <summary>Where the answer is.</summary>
    internal required Vector Result { get; init; }

    /// <summary>How many bits the network's numbers have: 24 or 53.</summary>
    internal required int NetworkBits { get; init; }

    /// <summary>How many numbers of scratch memory there are of the network's type.</summary>
    internal required int NetworkScratch { get; init; }

    /// <summary>How many there are of the wide type.</summary>
    internal required int WideScratch { get; init; }

    /// <summary>Rows with their answers.</summary>
    internal required IReadOnlyList<Probe> Probes { get; init; }

    /// <summary>What the model is, in a line.</summary>
    internal required string Title { get; init; }

    /// <summary>How it came to be, in a line.</summary>
    internal required string Origin { get; init; }

    /// <summary>The bits of the numbers of a width.</summary>
    internal int Bits(Width width) => width == Width.Network ? NetworkBits : 53;

    /// <summary>The functions that the steps apply, each once.</summary>
    internal IEnumerable<(Formula Formula, Width Width)> Formulas =>
        Steps.OfType<Map>().Select(map => (map.Formula, map.Width)).Distinct();

    /// <summary>All tables, each once.</summary>
    internal IEnumerable<Table> Tables =>
        Steps
            .SelectMany(step =>
                step switch
                {
                    Map map => map.Operands.OfType<Listed>().Select(listed => listed.Table),
                    Rank rank => [rank.Landmarks],
                    Multiply multiply => new[] { multiply.Weights, multiply.Scales, multiply.Bias }.OfType<Table>(),
                    _ => [],
                }
            )
            .Distinct();

    /// <summary>All lists of places, each once.</summary>
    internal IEnumerable<Indices> Lists => Steps.OfType<Gather>().Select(gather => gather.Indices).Distinct();

    /// <summary>How many additions, multiplications and the like an answer takes; a fused multiply-add counts as one.</summary>
    internal long Operations =>
        Steps.Sum(step =>
            step switch
            {
                Map map => (long)map.Target.Length * Math.Max(1, map.Formula.Trace(Bits(map.Width)).Operations),
                Multiply multiply => (long)multiply.Target.Length * multiply.Inputs,
                Reduce reduce => reduce.Source.Length,
                Rank rank => (long)rank.Target.Length * (int)Math.Ceiling(Math.Log2(rank.Count)),
                _ => step.Target.Length,
            }
        );
}
