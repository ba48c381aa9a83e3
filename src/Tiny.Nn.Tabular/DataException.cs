namespace Tiny.Nn.Tabular;

/// <summary>
/// Data that cannot be used, said in three lines: what is wrong, where it stands, and what to do about it.
/// Every problem with a user's file ends in this exception.
/// </summary>
public sealed class DataException : Exception
{
    private readonly Advice? remedies;

    /// <summary>A problem with data.</summary>
    /// <param name="what">What is wrong: a sentence.</param>
    /// <param name="where">The place, such as <c>iris.csv, line 7, column 'petal_length': "abc"</c>; null when there is none.</param>
    /// <param name="advice">What to do about it: a sentence.</param>
    /// <param name="cause">What failed underneath, if anything did.</param>
    public DataException(string what, string? where = null, string? advice = null, Exception? cause = null)
        : base(string.Join('\n', new[] { what, where, advice }.Where(line => !string.IsNullOrEmpty(line))), cause)
    {
        What = what;
        Where = where;
        Advice = advice;
    }

    /// <param name="what">What is wrong: a sentence.</param>
    /// <param name="where">The place; null when there is none.</param>
    /// <param name="advice">What to do about it, which may name options.</param>
    internal DataException(string what, string? where, Advice advice)
        : this(what, where, advice.ToString()) => remedies = advice;

    /// <summary>What to do about it, to be worded; null where it names no option.</summary>
    internal Advice? Remedies => remedies;

    /// <summary>How many things are wrong: of several, a closer look at the data tells more.</summary>
    internal int Faults { get; init; } = 1;

    /// <summary>What is wrong.</summary>
    public string What { get; }

    /// <summary>The place in the data; null when there is none.</summary>
    public string? Where { get; }

    /// <summary>What to do about it; null when there is nothing to say. Options are named by their properties.</summary>
    public string? Advice { get; }

    /// <summary>What to do about it, with each option in the words of the reader.</summary>
    internal string? AdviceIn(Func<Remedy, string> words) => remedies is null ? Advice : remedies.Word(words);
}
