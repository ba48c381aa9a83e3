namespace Tiny.Nn.Tabular.Exports.Writers.CSharp;

/// <summary>How C# exports count words.</summary>
internal static class CSharpWords
{
    internal const string Count = """
        // Each word adds 1 at the place h mod n, h the FNV-1a hash of its lower-cased UTF-8; then the counts get length 1.
        private static void CountWords(string? cell, Span<double> counts)
        {
            counts.Clear();
            ReadOnlySpan<char> text = cell.AsSpan().Trim();
            if (IsMissing(text))
            {
                return;
            }
            Span<byte> bytes = stackalloc byte[4];
            ulong hash = 14695981039346656037;
            bool inWord = false;
            while (!text.IsEmpty)
            {
                var status = System.Text.Rune.DecodeFromUtf16(text, out System.Text.Rune rune, out int length);
                text = text[length..];
                bool isLetter =
                    status == System.Buffers.OperationStatus.Done && System.Text.Rune.IsLetterOrDigit(rune);
                if (isLetter)
                {
                    int used = System.Text.Rune.ToLowerInvariant(rune).EncodeToUtf8(bytes);
                    foreach (byte one in bytes[..used])
                    {
                        hash = (hash ^ one) * 1099511628211;
                    }
                }
                else if (inWord)
                {
                    counts[(int)(hash % (ulong)counts.Length)]++;
                    hash = 14695981039346656037;
                }
                inWord = isLetter;
            }
            if (inWord)
            {
                counts[(int)(hash % (ulong)counts.Length)]++;
            }
            double squares = 0;
            foreach (double count in counts)
            {
                squares += count * count;
            }
            double norm = Math.Sqrt(squares);
            for (int i = 0; i < counts.Length && norm > 0; i++)
            {
                counts[i] /= norm;
            }
        }
        """;
}
