namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>How probable the bytes of a text are in an encoding.</summary>
internal abstract record ByteModel
{
    /// <summary>The share of a character of ASCII.</summary>
    protected const double Plain = 1.0 / 40;

    /// <summary>The share of what is hardly met.</summary>
    protected const double Rare = 1e-5;

    /// <summary>By this factor that is less frequent which writers of the language do not do.</summary>
    protected const double Odd = 0.01;

    /// <summary>How usual such texts are.</summary>
    internal double Prior { get; init; } = 1;

    /// <summary>log P(text | encoding), but for a constant.</summary>
    internal double LogLikelihood(ReadOnlySpan<byte> text)
    {
        double sum = Math.Log(Prior);
        for (int place = 0; place < text.Length; )
        {
            (double share, int length) = text[place] < 0x80 ? (Ascii(text[place]), 1) : Share(text, place);
            sum += Math.Log(share);
            place += length;
        }
        return sum;
    }

    /// <summary>The share of the character that begins at a place above ASCII, and how many bytes it has.</summary>
    protected abstract (double Share, int Length) Share(ReadOnlySpan<byte> text, int place);

    /// <summary>Signs that stand in few texts are second bytes of characters in some encodings.</summary>
    private static double Ascii(byte character) => "@[\\]^`{|}~"u8.Contains(character) ? Plain * Odd : Plain;

    /// <summary>True for a letter of ASCII.</summary>
    protected static bool IsLetter(ReadOnlySpan<byte> text, int place) =>
        (uint)place < (uint)text.Length && char.IsAsciiLetter((char)text[place]);
}
