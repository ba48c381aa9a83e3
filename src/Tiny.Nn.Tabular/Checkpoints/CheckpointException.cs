namespace Tiny.Nn.Tabular.Checkpoints;

/// <summary>A checkpoint that cannot be gone on with. It is left as it is.</summary>
/// <param name="what">What is wrong, as a sentence.</param>
/// <param name="where">The file.</param>
/// <param name="advice">What to do about it, as a sentence.</param>
/// <param name="cause">The error behind it, where there is one.</param>
public sealed class CheckpointException(string what, string where, string advice, Exception? cause = null)
    : Exception($"{where}: {what} {advice}", cause)
{
    /// <summary>What is wrong, as a sentence.</summary>
    public string What { get; } = what;

    /// <summary>The file.</summary>
    public string Where { get; } = where;

    /// <summary>What to do about it, as a sentence.</summary>
    public string Advice { get; } = advice;
}
