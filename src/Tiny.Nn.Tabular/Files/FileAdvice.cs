namespace Tiny.Nn.Tabular.Files;

/// <summary>What to do about a file that cannot be read as a safetensors file.</summary>
internal static class FileAdvice
{
    internal const string Incomplete = "The file is incomplete: copy it or save it again.";
    internal const string Damaged = "The file is damaged or not a safetensors file: copy it or save it again.";
    internal const string Foreign = "The file was not saved by this library, or not as what it is read as.";
}
