namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>First bytes of characters of two.</summary>
/// <param name="First">From this one on.</param>
/// <param name="Last">To this one.</param>
/// <param name="Share">The share of their characters in a text.</param>
internal sealed record Leads(byte First, byte Last, double Share)
{
    /// <summary>Second bytes below it hardly occur behind them.</summary>
    internal byte FirstTrail { get; init; }
}

/// <summary>Chinese, Japanese or Korean in characters of two bytes, none of which stands within a word of ASCII.</summary>
/// <param name="All">The first bytes that are usual.</param>
/// <param name="Trails">How many second bytes there are.</param>
internal sealed record PairModel(Leads[] All, int Trails) : ByteModel
{
    /// <summary>Characters of one byte, which stand beside their like.</summary>
    internal (byte First, byte Last) Singles { get; init; } = (0xFF, 0);

    /// <inheritdoc/>
    protected override (double Share, int Length) Share(ReadOnlySpan<byte> text, int place)
    {
        byte lead = text[place];
        if (IsSingle(text, place))
        {
            bool isInWord = IsSingle(text, place - 1) || IsSingle(text, place + 1);
            return (isInWord ? 0.3 / (Singles.Last - Singles.First + 1) : Rare, 1);
        }
        if (place + 1 == text.Length)
        {
            return (Rare, 1);
        }
        double share = Rare;
        foreach (Leads leads in All)
        {
            if (lead >= leads.First && lead <= leads.Last)
            {
                share = leads.Share / (leads.Last - leads.First + 1) * (text[place + 1] < leads.FirstTrail ? Odd : 1);
            }
        }
        bool isInside = IsLetter(text, place - 1) && IsLetter(text, place + 2);
        return (share / Trails * (isInside ? Odd : 1), 2);
    }

    private bool IsSingle(ReadOnlySpan<byte> text, int place) =>
        (uint)place < (uint)text.Length && text[place] >= Singles.First && text[place] <= Singles.Last;
}
