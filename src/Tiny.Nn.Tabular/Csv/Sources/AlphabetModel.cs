namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>An alphabet above ASCII: small letters mostly, no capital behind one, and no letter of ASCII beside one.</summary>
/// <param name="Lower">The small letters.</param>
/// <param name="Upper">The capitals.</param>
/// <param name="Others">Letters and signs that are met now and then.</param>
internal sealed record AlphabetModel((byte First, byte Last) Lower, (byte First, byte Last) Upper, byte[] Others)
    : ByteModel
{
    /// <summary>More small letters, where they do not all stand together.</summary>
    internal (byte First, byte Last) MoreLower { get; init; } = (0xFF, 0);

    /// <inheritdoc/>
    protected override (double Share, int Length) Share(ReadOnlySpan<byte> text, int place)
    {
        byte letter = text[place];
        double share =
            IsLower(letter) ? 0.8 / 32
            : IsIn(Upper, letter) ? 0.15 / 32 * (place > 0 && IsLower(text[place - 1]) ? Odd : 1)
            : Others.Contains(letter) ? 0.001
            : Rare;
        bool isMixed = IsLetter(text, place - 1) || IsLetter(text, place + 1);
        return (isMixed ? share * Odd : share, 1);
    }

    private bool IsLower(byte letter) => IsIn(Lower, letter) || IsIn(MoreLower, letter);

    private static bool IsIn((byte First, byte Last) range, byte letter) =>
        letter >= range.First && letter <= range.Last;
}
