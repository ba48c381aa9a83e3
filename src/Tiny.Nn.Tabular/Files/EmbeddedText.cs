using System.Text;

namespace Tiny.Nn.Tabular.Files;

/// <summary>A file of another language that lies among the sources, and in the library as it is.</summary>
internal static class EmbeddedText
{
    /// <summary>Its text, with a line feed at the end of each line.</summary>
    /// <param name="neighbour">A type of the folder that it lies in.</param>
    /// <param name="name">What it is called.</param>
    internal static string Read(Type neighbour, string name)
    {
        using Stream stream = neighbour.Assembly.GetManifestResourceStream(neighbour, name)!;
        using StreamReader text = new(stream, Encoding.UTF8);
        return text.ReadToEnd().ReplaceLineEndings("\n");
    }
}
