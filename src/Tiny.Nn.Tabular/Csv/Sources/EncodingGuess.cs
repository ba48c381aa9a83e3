using System.Text.Unicode;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>
/// Which encodings a text that is no UTF-8 is probably written in: those that read all of it, by log P(bytes | encoding), where the bytes above ASCII are as
/// frequent as in texts of its languages. It is only said, and never acted upon.
/// </summary>
internal static class EncodingGuess
{
    /// <summary>An encoding whose likelihood is at least this part of the best one's is named as well.</summary>
    private static readonly double Close = Math.Log(20);

    private static readonly (string Name, ByteModel Model)[] All =
    [
        (
            "shift_jis",
            new PairModel(
                [(0x82, 0x82, 0.30), (0x83, 0x83, 0.20), (0x81, 0x81, 0.08), (0x88, 0x97, 0.40), (0x98, 0x9F, 0.01)],
                Singles: (0xA1, 0xDF)
            )
        ),
        ("euc-jp", new PairModel([(0xA4, 0xA4, 0.30), (0xA5, 0xA5, 0.20), (0xA1, 0xA3, 0.08), (0xB0, 0xCF, 0.40)])),
        ("euc-jp", new PairModel([(0xB0, 0xCF, 0.95)]) { Prior = 0.05 }),
        ("gb18030", new PairModel([(0xB0, 0xD7, 0.90), (0xA1, 0xA3, 0.05), (0xD8, 0xF7, 0.03)])),
        ("big5", new PairModel([(0xA4, 0xC6, 0.90), (0xA1, 0xA3, 0.05), (0xC9, 0xF9, 0.03)])),
        ("euc-kr", new PairModel([(0xB0, 0xC8, 0.95), (0xA1, 0xA3, 0.03)])),
        ("windows-1251", new LetterModel(Lower: (0xE0, 0xFF), Upper: (0xC0, 0xDF), Others: [0xA8, 0xB8, 0xB9])),
        ("koi8-r", new LetterModel(Lower: (0xC0, 0xDF), Upper: (0xE0, 0xFF), Others: [0xA3, 0xB3])),
        ("windows-1252", new AccentModel([.. Bytes(0xC0, 0xFF).Where(letter => letter is not (0xD7 or 0xF7))], 1)),
        (
            "windows-1250",
            new AccentModel(
                [
                    0x8A,
                    0x8C,
                    0x8D,
                    0x8E,
                    0x8F,
                    0x9A,
                    0x9C,
                    0x9D,
                    0x9E,
                    0x9F,
                    0xA3,
                    0xA5,
                    0xAA,
                    0xAF,
                    0xB3,
                    0xB9,
                    0xBA,
                    0xBC,
                    0xBE,
                    0xBF,
                    .. Bytes(0xC0, 0xFE),
                ],
                0.3
            )
        ),
    ];

    /// <summary>The encodings that fit, the best first; Windows-1252, in which every byte is something, where none does.</summary>
    /// <param name="text">A piece of the text, the end of which may be cut.</param>
    internal static IReadOnlyList<string> Of(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && Utf8.IsValid(Whole(text)))
        {
            return [TextEncoding.Usual];
        }
        List<(string Name, double Score)> fitting = [];
        foreach ((string name, ByteModel model) in All)
        {
            if (IsReadBy(name, text))
            {
                fitting.Add((name, model.LogLikelihood(text)));
            }
        }
        double best = fitting.Max(one => one.Score);
        return
        [
            .. fitting
                .Where(one => one.Score > best - Close)
                .OrderByDescending(one => one.Score)
                .Select(one => one.Name)
                .Distinct(),
        ];
    }

    /// <summary>The text without what may be half a character at its end.</summary>
    internal static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> text)
    {
        int end = text.LastIndexOf((byte)'\n');
        return end < 0 ? text : text[..end];
    }

    private static bool IsReadBy(string name, ReadOnlySpan<byte> text) =>
        !TextEncoding.Create(name)!.GetString(Whole(text)).Contains(TextEncoding.Wrong, StringComparison.Ordinal);

    private static IEnumerable<byte> Bytes(int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(number => (byte)number);

    /// <summary>How probable bytes are in an encoding.</summary>
    private abstract record ByteModel
    {
        /// <summary>Of a character of ASCII, of what is hardly met, and of what an alphabet does not do.</summary>
        protected const double Plain = 1.0 / 40;

        protected const double Rare = 1e-5;

        protected const double Odd = 0.01;

        internal abstract double LogLikelihood(ReadOnlySpan<byte> text);

        protected static bool IsLetter(ReadOnlySpan<byte> text, int place) =>
            (uint)place < (uint)text.Length && char.IsAsciiLetter((char)text[place]);
    }

    /// <summary>Characters of two bytes: how often the first is in a range, and any second one.</summary>
    private sealed record PairModel(
        (byte First, byte Last, double Share)[] Leads,
        (byte First, byte Last) Singles = default
    ) : ByteModel
    {
        private const double Second = 1.0 / 94;

        /// <summary>How usual such texts are: in Japanese few are of Chinese characters alone.</summary>
        internal double Prior { get; init; } = 1;

        internal override double LogLikelihood(ReadOnlySpan<byte> text)
        {
            double sum = Math.Log(Prior);
            for (int place = 0; place < text.Length; place++)
            {
                byte lead = text[place];
                if (lead < 0x80)
                {
                    sum += Math.Log(Plain);
                }
                else if (lead >= Singles.First && lead <= Singles.Last)
                {
                    sum += Math.Log(Rare * 10);
                }
                else
                {
                    place++;
                    sum += Math.Log(Of(lead) * Second);
                }
            }
            return sum;
        }

        private double Of(byte lead)
        {
            foreach ((byte first, byte last, double share) in Leads)
            {
                if (lead >= first && lead <= last)
                {
                    return share / (last - first + 1);
                }
            }
            return Rare;
        }
    }

    /// <summary>An alphabet above ASCII: small letters mostly, a capital behind none of them, and no ASCII letter beside one.</summary>
    private sealed record LetterModel((byte First, byte Last) Lower, (byte First, byte Last) Upper, byte[] Others)
        : ByteModel
    {
        internal override double LogLikelihood(ReadOnlySpan<byte> text)
        {
            double sum = 0;
            for (int place = 0; place < text.Length; place++)
            {
                bool isMixed = IsLetter(text, place - 1) || IsLetter(text, place + 1);
                bool isBehind = place > 0 && IsIn(Lower, text[place - 1]);
                double share = text[place] switch
                {
                    < 0x80 => Plain,
                    byte letter when IsIn(Lower, letter) => 0.8 / 32,
                    byte letter when IsIn(Upper, letter) => 0.15 / 32 * (isBehind ? Odd : 1),
                    byte letter when Others.Contains(letter) => 0.001,
                    _ => Rare,
                };
                sum += Math.Log(share * (text[place] >= 0x80 && isMixed ? Odd : 1));
            }
            return sum;
        }

        private static bool IsIn((byte First, byte Last) range, byte letter) =>
            letter >= range.First && letter <= range.Last;
    }

    /// <summary>Letters with accents, few of which stand side by side; and signs, which stand in no word.</summary>
    private sealed record AccentModel(byte[] Accents, double Prior) : ByteModel
    {
        /// <summary>€ … ‘ ’ “ ” – — ™, the blank that does not break, £ § © « ® ° ± ² ³ ´ µ · » and fractions: at the same places in both.</summary>
        private static ReadOnlySpan<byte> Signs =>
            [
                0x80,
                0x85,
                0x91,
                0x92,
                0x93,
                0x94,
                0x96,
                0x97,
                0x99,
                0xA0,
                0xA3,
                0xA7,
                0xA9,
                0xAB,
                0xAE,
                0xB0,
                0xB1,
                0xB2,
                0xB3,
                0xB4,
                0xB5,
                0xB7,
                0xBB,
                0xBC,
                0xBD,
                0xBE,
            ];

        internal override double LogLikelihood(ReadOnlySpan<byte> text)
        {
            double sum = Math.Log(Prior);
            for (int place = 0; place < text.Length; place++)
            {
                byte letter = text[place];
                bool isInside = IsLetter(text, place - 1) && IsLetter(text, place + 1);
                bool isBehindAnother = place > 0 && Accents.Contains(text[place - 1]);
                sum += Math.Log(
                    letter < 0x80 ? Plain
                    : Accents.Contains(letter) ? 0.9 / Accents.Length * (isBehindAnother ? 0.1 : 1)
                    : Signs.Contains(letter) ? 0.1 / Signs.Length * (isInside && letter != 0x92 ? Odd : 1)
                    : Rare
                );
            }
            return sum;
        }
    }
}
