using System.Runtime.CompilerServices;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What a missing cell looks like: empty, or one of some texts in any case.</summary>
internal sealed class MissingTexts(IEnumerable<string> texts)
{
    private readonly byte[][] texts = [.. texts.Select(text => Encoding.UTF8.GetBytes(text.Trim()))];

    /// <summary>What is read as a missing cell where nobody says otherwise.</summary>
    internal static IReadOnlyList<string> Usual { get; } = ["NA", "NaN", "?", "null"];

    /// <summary>True for a missing cell.</summary>
    /// <param name="text">The cell, trimmed.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal bool Contains(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }
        foreach (byte[] missing in texts)
        {
            if (text.Length == missing.Length && (text.SequenceEqual(missing) || Ascii.EqualsIgnoreCase(text, missing)))
            {
                return true;
            }
        }
        return false;
    }
}
