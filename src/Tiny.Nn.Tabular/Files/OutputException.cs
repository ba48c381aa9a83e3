namespace Tiny.Nn.Tabular.Files;

/// <summary>A file that could not be written. What stood in its place before still does.</summary>
/// <param name="what">What is wrong, as a sentence.</param>
/// <param name="where">The file that was to be written.</param>
/// <param name="advice">What to do about it, as a sentence.</param>
/// <param name="cause">The error behind it, where there is one.</param>
public sealed class OutputException(string what, string where, string advice, Exception? cause = null)
    : IOException($"{where}: {what} {advice}", cause)
{
    /// <summary>What is wrong, as a sentence.</summary>
    public string What { get; } = what;

    /// <summary>The file that was to be written.</summary>
    public string Where { get; } = where;

    /// <summary>What to do about it, as a sentence.</summary>
    public string Advice { get; } = advice;

    /// <summary>What kind of error it is: who has a way of their own to replace files says so instead of <see cref="Advice"/>.</summary>
    public OutputFault Fault { get; init; }
}

/// <summary>Why a file could not be written.</summary>
public enum OutputFault
{
    /// <summary>The name, the place or the disk does not allow it.</summary>
    Unwritable,

    /// <summary>A file of that name is already there, and was not to be replaced.</summary>
    Exists,
}
