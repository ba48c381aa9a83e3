namespace Tiny.Nn.Tabular;

/// <summary>A model, or a part of one, that cannot be written in another language, said in three lines.</summary>
/// <param name="what">What cannot travel: a sentence.</param>
/// <param name="where">Where in the model, or which language.</param>
/// <param name="advice">What to do about it: a sentence.</param>
public sealed class ExportException(string what, string where, string advice) : Exception($"{where}: {what} {advice}")
{
    /// <summary>What cannot travel.</summary>
    public string What { get; } = what;

    /// <summary>Where in the model, or which language.</summary>
    public string Where { get; } = where;

    /// <summary>What to do about it.</summary>
    public string Advice { get; } = advice;
}
