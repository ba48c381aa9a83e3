using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>The blanks around a text in UTF-8: all that Unicode calls white space, no-break and ideographic blanks too.</summary>
internal static class Blanks
{
    /// <summary>A text without the blanks around it.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text[Within(text)];

    /// <summary>Where a text stands between its blanks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Range Within(ReadOnlySpan<byte> text)
    {
        Range range = Ascii.Trim(text);
        ReadOnlySpan<byte> trimmed = text[range];
        return trimmed.IsEmpty || (trimmed[0] | trimmed[^1]) < 0x80 ? range : Others(text, range);
    }

    private static Range Others(ReadOnlySpan<byte> text, Range range)
    {
        (int first, int end) = (range.Start.Value, range.End.Value);
        while (
            first < end
            && Rune.DecodeFromUtf8(text[first..end], out Rune rune, out int length) == OperationStatus.Done
            && Rune.IsWhiteSpace(rune)
        )
        {
            first += length;
        }
        while (
            first < end
            && Rune.DecodeLastFromUtf8(text[first..end], out Rune rune, out int length) == OperationStatus.Done
            && Rune.IsWhiteSpace(rune)
        )
        {
            end -= length;
        }
        return first..end;
    }
}
