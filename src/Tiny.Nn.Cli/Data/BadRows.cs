using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Data;

/// <summary>What becomes of a row that cannot be predicted.</summary>
/// <param name="name">What the command line calls it.</param>
internal abstract class BadRows(string name)
{
    internal static readonly BadRows Fail = new Failing();

    private static readonly BadRows[] All = [Fail, new Skipping(), new Blanking()];

    internal static IReadOnlyList<string> Names { get; } = [.. All.Select(rows => rows.Name)];

    /// <summary>What the command line calls it.</summary>
    internal string Name { get; } = name;

    /// <summary>What is said of such rows afterwards.</summary>
    internal abstract string Fate { get; }

    /// <summary>True where the row is written without a prediction, false where it is not written.</summary>
    /// <exception cref="DataException">The row ends everything.</exception>
    internal abstract bool IsWritten(DataException problem);

    internal static BadRows? Find(string name) => All.FirstOrDefault(rows => rows.Name == name);

    private sealed class Failing() : BadRows("fail")
    {
        internal override string Fate => "";

        internal override bool IsWritten(DataException problem) =>
            throw new DataException(
                problem.What,
                problem.Where,
                $"{problem.AdviceIn(AdviceWords.Flag)} Or go on without such rows: --on-error skip, or blank.".TrimStart(),
                problem
            );
    }

    private sealed class Skipping() : BadRows("skip")
    {
        internal override string Fate => "left out";

        internal override bool IsWritten(DataException problem) => false;
    }

    private sealed class Blanking() : BadRows("blank")
    {
        internal override string Fate => "left blank";

        internal override bool IsWritten(DataException problem) => true;
    }
}
