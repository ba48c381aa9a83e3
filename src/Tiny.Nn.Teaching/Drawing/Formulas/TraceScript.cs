using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What picking a weight does: its chain rule shows, the others hide, and the ways from it to the loss light up.</summary>
internal static class TraceScript
{
    internal static string Text { get; } =
        $"\n{EmbeddedText.Read(typeof(TraceScript), "pick.js")}pickWeights(document, location.hash.slice(1));\n";
}
