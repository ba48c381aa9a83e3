namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>
/// About how wide a text of 11 px is. Nobody knows the font that will be there, so it is taken to be a wide one, in which an m is three times
/// as wide as an i; signs of Japanese are wider than letters.
/// </summary>
internal static class TextWidth
{
    private const double Narrow = 4.4;
    private const double Letter = 7;
    private const double Wide = 10.4;
    private const double Sign = 11.2;

    private const string NarrowLetters = " !'()*,-./:;I[]`fijlrt|·";
    private const string WideLetters = "%+<=>@GMOQWmw±×≈≤≥…−";

    internal static double Of(string text) => text.Sum(Of);

    /// <summary>As much of a text as there is room for, on one line.</summary>
    internal static string Shorten(string text, double most)
    {
        // No more letters than this fit, however narrow they are.
        int kept = (int)(most / Narrow) + 1;
        string shortened = Markup.Short(text, kept);
        while (kept > 1 && Of(shortened) > most)
        {
            kept--;
            shortened = Markup.Short(text, kept);
        }
        return shortened;
    }

    private static double Of(char letter) =>
        letter switch
        {
            >= '\u2E80' => Sign,
            _ when NarrowLetters.Contains(letter) => Narrow,
            _ when WideLetters.Contains(letter) => Wide,
            _ => Letter,
        };

    /// <summary>A text in lines that are no wider than there is room for.</summary>
    internal static IEnumerable<string> Wrap(string text, double width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && Of($"{line} {word}") > width)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word : $" {word}";
        }
        yield return line;
    }
}
