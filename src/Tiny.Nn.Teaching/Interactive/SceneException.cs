namespace Tiny.Nn.Teaching.Interactive;

/// <summary>What was asked of the page cannot be: what, where, and what to do.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Where">In which part of the scene.</param>
/// <param name="Advice">What to do.</param>
internal sealed class SceneException(string What, string Where, string Advice) : Exception(What)
{
    internal string Where { get; } = Where;

    internal string Advice { get; } = Advice;
}
