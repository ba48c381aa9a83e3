namespace Tiny.Nn.Tests.Shared;

/// <summary>A file of source code.</summary>
/// <param name="Project">The project that it belongs to.</param>
/// <param name="Path">From the project's folder on, with forward slashes.</param>
/// <param name="Lines">Its text.</param>
internal sealed record SourceFile(string Project, string Path, string[] Lines)
{
    /// <summary>The project's name and its folders as a namespace.</summary>
    internal string Namespace => string.Join('.', Path.Split('/')[..^1].Prepend(Project));

    /// <summary>The text without what stands behind <c>//</c>.</summary>
    internal string Code => string.Join('\n', Lines.Select(line => line.Split("//")[0]));

    public override string ToString() => $"{Project}/{Path}";
}
