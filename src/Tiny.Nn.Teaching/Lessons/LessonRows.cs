using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>Picks the rows of a lesson.</summary>
internal static class LessonRows
{
    /// <summary>The lesson whose batch is these rows.</summary>
    /// <param name="lesson">One whose batch is all samples of the table, in its order.</param>
    /// <param name="table">Where they come from.</param>
    /// <param name="rows">Rows, from 1 on.</param>
    /// <exception cref="LessonException">There is no such row.</exception>
    internal static Lesson Choose(this Lesson lesson, Table table, IReadOnlyList<int> rows)
    {
        foreach (int row in rows)
        {
            if (row > table.Rows)
            {
                throw new LessonException(
                    $"There is no row {row}: {table.Source} has {table.Rows} rows with a target.",
                    word => word(LessonSetting.Rows, string.Join(',', rows.Take(10))),
                    _ => $"Name rows from 1 to {table.Rows}."
                );
            }
        }
        int[] places = [.. rows.Select(row => row - 1)];
        return lesson with
        {
            Batch = lesson.Samples.Select(places),
            Rows = rows,
            Lines = [.. places.Select(table.LineOf)],
            Scaling = lesson.Scaling?.Choose(places),
        };
    }

    /// <summary>What the numbers that come out are called: the classes, the second of two where one output stands for both, or the target.</summary>
    internal static IReadOnlyList<string> OutputNames(ModelTarget target, int outputs) =>
        target is not ClassTarget { Classes: var classes } ? [target.Name]
        : outputs == 1 ? [classes[1]]
        : classes;
}
