namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>Letters with accents among those of ASCII, few of which stand side by side; and signs, which stand in no word.</summary>
/// <param name="Accents">The letters.</param>
/// <param name="Signs">The signs that are met most often.</param>
internal sealed record AccentModel(byte[] Accents, byte[] Signs) : ByteModel
{
    /// <summary>Letters that few languages have.</summary>
    internal byte[] Seldom { get; init; } = [];

    /// <inheritdoc/>
    protected override (double Share, int Length) Share(ReadOnlySpan<byte> text, int place)
    {
        byte letter = text[place];
        bool isInside = IsLetter(text, place - 1) && IsLetter(text, place + 1);
        bool isBehindAnother = place > 0 && Accents.Contains(text[place - 1]);
        double share =
            Accents.Contains(letter)
                ? 0.7
                    / Accents.Length
                    * (
                        !isBehindAnother ? 1
                        : IsLetter(text, place + 1) ? 0.1
                        : Odd
                    )
            : Signs.Contains(letter) ? 0.25 / Signs.Length * (isInside ? Odd : 1)
            : Seldom.Contains(letter) ? 0.001
            : letter >= 0xA0 ? 10 * Rare
            : Rare;
        return (share, 1);
    }
}
