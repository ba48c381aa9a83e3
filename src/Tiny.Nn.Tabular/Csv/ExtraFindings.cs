using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Findings about columns that describe the rows and are no features.</summary>
internal static class ExtraFindings
{
    /// <summary>The role of a column that says which rows belong together.</summary>
    internal const string Group = "group";

    /// <summary>Numbers that are not plain, and groups that look alike.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="roles">What each of them is for; empty where nobody said.</param>
    internal static IEnumerable<Finding> Of(IReadOnlyList<ExtraColumn> columns, IReadOnlyList<string> roles)
    {
        foreach ((int i, ExtraColumn column) in columns.Index())
        {
            bool isGroup = i < roles.Count && roles[i] == Group;
            if (isGroup)
            {
                // Its texts are names, whether or not they are numbers.
                foreach (Finding finding in LevelFindings.Similar(column.Name, column.Texts.Distinct(), "groups"))
                {
                    yield return finding with
                    {
                        Remedy = new Advice(
                            $"they are two groups each, which may stand on two sides: write those alike that are one"
                        ),
                    };
                }
            }
            else if (column.Writing is { Written: > 0, IsSure: true } writing)
            {
                yield return new Finding(FindingKind.WrittenNumbers, column.Name, writing.Describe(writing.Written));
            }
        }
    }
}
