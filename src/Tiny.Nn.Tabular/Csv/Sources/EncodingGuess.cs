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
                [
                    new(0x82, 0x82, 0.30) { FirstTrail = 0x9F },
                    new(0x83, 0x83, 0.20),
                    new(0x81, 0x81, 0.08),
                    new(0x88, 0x97, 0.40),
                    new(0x98, 0x9F, 0.01),
                ],
                Trails: 188
            )
            {
                Singles = (0xA6, 0xDF),
            }
        ),
        ("euc-jp", new PairModel([new(0xA4, 0xA5, 0.50), new(0xA1, 0xA3, 0.08), new(0xB0, 0xCF, 0.40)], Trails: 94)),
        ("euc-jp", new PairModel([new(0xB0, 0xCF, 0.95)], Trails: 94) { Prior = 0.05 }),
        (
            "gb18030",
            new PairModel(
                [
                    new(0xB0, 0xD7, 0.90) { FirstTrail = 0xA1 },
                    new(0xA1, 0xA3, 0.05) { FirstTrail = 0xA1 },
                    new(0xD8, 0xF7, 0.03),
                ],
                Trails: 94
            )
        ),
        ("big5", new PairModel([new(0xA4, 0xC6, 0.90), new(0xA1, 0xA3, 0.05), new(0xC9, 0xF9, 0.03)], Trails: 157)),
        ("euc-kr", new PairModel([new(0xB0, 0xC8, 0.95), new(0xA1, 0xA3, 0.03)], Trails: 94)),
        ("windows-1251", new AlphabetModel((0xE0, 0xFF), (0xC0, 0xDF), [0xA8, 0xB8, 0xB9])),
        ("koi8-r", new AlphabetModel((0xC0, 0xDF), (0xE0, 0xFF), [0xA3, 0xB3])),
        (
            "cp866",
            new AlphabetModel((0xA0, 0xAF), (0x80, 0x9F), [0xF0, 0xF1, 0xFC]) { MoreLower = (0xE0, 0xEF), Prior = 0.1 }
        ),
        ("windows-1253", new AlphabetModel((0xDC, 0xFE), (0xC1, 0xDB), [0xA2, 0xB8, 0xB9, 0xBA, 0xBC]) { Prior = 0.5 }),
        ("windows-1252", new AccentModel([.. Western], WindowsSigns) { Seldom = [0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE] }),
        (
            "windows-1254",
            new AccentModel([.. Western, 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE], WindowsSigns) { Prior = 0.3 }
        ),
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
                WindowsSigns
            )
            {
                Prior = 0.3,
            }
        ),
        ("iso-8859-15", new AccentModel([.. Western], [0xA0, 0xA4, 0xA7, 0xB0, 0xB2, 0xB5]) { Prior = 0.05 }),
        (
            "macintosh",
            new AccentModel([.. Bytes(0x87, 0x9F)], [0xA1, 0xA3, 0xCA, 0xD5, 0xDB])
            {
                Seldom = [.. Bytes(0x80, 0x86)],
                Prior = 0.01,
            }
        ),
        (
            "cp850",
            new AccentModel(
                [.. Bytes(0x81, 0x8D), .. Bytes(0x93, 0x97), .. Bytes(0xA0, 0xA4), 0xE1],
                [0xF8, 0xFD, 0xE6]
            )
            {
                Seldom = [0x80, 0x8E, 0x8F, 0x90, 0x99, 0x9A, 0xA5],
                Prior = 0.01,
            }
        ),
    ];

    /// <summary>€ ’ £ § ° ² ³ µ and the blank that does not break.</summary>
    private static byte[] WindowsSigns => [0x80, 0x92, 0xA0, 0xA3, 0xA7, 0xB0, 0xB2, 0xB3, 0xB5];

    /// <summary>The letters with accents of western Europe, without those of Iceland alone.</summary>
    private static IEnumerable<byte> Western =>
        Bytes(0xC0, 0xFF).Where(letter => letter is not (0xD0 or 0xD7 or 0xDD or 0xDE or 0xF0 or 0xF7 or 0xFD or 0xFE));

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
}
