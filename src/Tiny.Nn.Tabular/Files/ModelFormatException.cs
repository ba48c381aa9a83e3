namespace Tiny.Nn.Tabular.Files;

/// <summary>A file that is not a whole, valid model. Nothing of it has been used.</summary>
/// <param name="what">What is wrong, as a sentence.</param>
/// <param name="where">The file, with the byte, the tensor or the metadata key.</param>
/// <param name="advice">What to do about it, as a sentence.</param>
/// <param name="cause">The error behind it, where there is one.</param>
public sealed class ModelFormatException(string what, string where, string advice, Exception? cause = null)
    : Exception($"{where}: {what} {advice}", cause)
{
    /// <summary>What is wrong, as a sentence.</summary>
    public string What { get; } = what;

    /// <summary>The file, with the byte, the tensor or the metadata key.</summary>
    public string Where { get; } = where;

    /// <summary>What to do about it, as a sentence.</summary>
    public string Advice { get; } = advice;
}
