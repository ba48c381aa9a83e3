using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Tabular.Exports;

/// <summary>What a plan costs where numbers have given sizes.</summary>
/// <param name="ConstantBytes">Bytes of numbers that never change.</param>
/// <param name="MemoryBytes">Bytes of memory, the row's cells and the answer included.</param>
/// <param name="Operations">Operations on numbers.</param>
internal sealed record ExportFigures(long ConstantBytes, long MemoryBytes, long Operations)
{
    /// <param name="plan">The plan.</param>
    /// <param name="wideBytes">How many bytes a number has that cells and answers are computed in.</param>
    /// <param name="networkBytes">How many bytes a number of the network has.</param>
    internal static ExportFigures Of(Plan plan, int wideBytes, int networkBytes)
    {
        int Bytes(Width width) => width == Width.Wide ? wideBytes : networkBytes;

        HashSet<Table> bytes =
        [
            .. plan.Steps.OfType<Multiply>().Where(step => step.Scales is not null).Select(step => step.Weights),
        ];
        long constants =
            plan.Tables.Sum(table => (long)table.Values.Count * (bytes.Contains(table) ? 1 : Bytes(table.Width)))
            + plan.Lists.Sum(list => list.Values.Count * (list.Values.Max() > ushort.MaxValue ? 4L : 2L));
        long folded = plan
            .Steps.OfType<Reduce>()
            .Where(step => step.Reduction == Reduction.FoldedSum)
            .Select(step => 64L * Bytes(step.Source.Vector.Width))
            .DefaultIfEmpty()
            .Max();
        long memory =
            (plan.WideScratch + (long)plan.Columns.Count + plan.Answer.Length) * wideBytes
            + (long)plan.NetworkScratch * networkBytes
            + folded;
        return new ExportFigures(constants, memory, plan.Operations);
    }
}
