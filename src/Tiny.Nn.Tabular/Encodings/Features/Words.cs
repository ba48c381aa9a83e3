using System.Buffers;
using System.Text;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>The words of a text, counted by their hashes.</summary>
internal static class Words
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Adds 1 to the count number h mod n for every word of the text, h the FNV-1a hash of its lower-cased UTF-8.</summary>
    internal static void Count(ReadOnlySpan<char> text, Span<double> counts)
    {
        ulong hash = Basis;
        bool inWord = false;
        while (!text.IsEmpty)
        {
            // Half a surrogate pair is no letter, so it only divides words.
            OperationStatus status = Rune.DecodeFromUtf16(text, out Rune rune, out int length);
            text = text[length..];
            bool isLetter = status == OperationStatus.Done && Rune.IsLetterOrDigit(rune);
            if (isLetter)
            {
                hash = Add(hash, Rune.ToLowerInvariant(rune));
            }
            else if (inWord)
            {
                counts[(int)(hash % (ulong)counts.Length)]++;
                hash = Basis;
            }
            inWord = isLetter;
        }
        if (inWord)
        {
            counts[(int)(hash % (ulong)counts.Length)]++;
        }
    }

    private static ulong Add(ulong hash, Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (byte one in bytes[..rune.EncodeToUtf8(bytes)])
        {
            hash = (hash ^ one) * Prime;
        }
        return hash;
    }
}
