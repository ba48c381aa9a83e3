namespace Tiny.Nn.Cli.Shell;

/// <summary>The command line asks for what cannot be.</summary>
/// <param name="what">What is wrong, as a sentence.</param>
/// <param name="where">The flag or file that it is about.</param>
/// <param name="advice">What to do about it.</param>
/// <param name="cause">The error behind it, where there is one.</param>
internal sealed class UsageException(string what, string where, string advice, Exception? cause = null)
    : Exception($"{where}: {what} {advice}", cause)
{
    internal string What { get; } = what;

    internal string Where { get; } = where;

    internal string Advice { get; } = advice;
}
