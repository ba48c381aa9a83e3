namespace Tiny.Nn.Tabular.Files;

/// <summary>A file that could not be written. What stood in its place before still does.</summary>
/// <param name="what">What is wrong, as a sentence.</param>
/// <param name="where">The file that was to be written.</param>
/// <param name="advice">What to do about it, as a sentence.</param>
/// <param name="cause">The error behind it, where there is one.</param>
public sealed class OutputException(string what, string where, string advice, Exception? cause = null)
    : IOException($"{where}: {what} {advice}", cause)
{
    private readonly Advice? remedies;

    internal OutputException(string what, string where, Advice advice)
        : this(what, where, advice.ToString()) => remedies = advice;

    /// <summary>What is wrong, as a sentence.</summary>
    public string What { get; } = what;

    /// <summary>The file that was to be written.</summary>
    public string Where { get; } = where;

    /// <summary>What to do about it, as a sentence.</summary>
    public string Advice { get; } = advice;

    /// <summary>What to do about it, with each option in the words of the reader.</summary>
    internal string AdviceIn(Func<Remedy, string> words) => remedies is null ? Advice : remedies.Word(words);
}
