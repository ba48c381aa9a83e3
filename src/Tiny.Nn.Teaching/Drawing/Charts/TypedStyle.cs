using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>The styles as a terminal has them: dashes of dots, letters, and colours where there are any.</summary>
internal static class TypedStyle
{
    /// <summary>Of a hundred dots of a line, the pattern that is repeated: true for a dot that is set.</summary>
    private static readonly string[] Dashes = ["x", "xxxxx...", "x..", "xxxx.x.", "xxx.....", "xx..", "x.", "xxx.."];

    /// <summary>The names that the console's library gives colours.</summary>
    private static readonly string[] Colours = ["blue", "red", "green", "magenta", "yellow", "cyan", "grey", "default"];

    private const string Shades = "·+:×=°-~";

    internal static string Colour(int style) => Colours[style % PictureStyle.Count];

    internal static bool IsSet(int style, int dot)
    {
        string dash = Dashes[style % PictureStyle.Count];
        return dash[dot % dash.Length] == 'x';
    }

    /// <summary>Four characters of a line, in their middle.</summary>
    internal static string Line(int style) =>
        new([
            .. Enumerable
                .Range(0, 4)
                .Select(i =>
                    (char)('\u2800' + (IsSet(style, 2 * i) ? 0x04 : 0) + (IsSet(style, 2 * i + 1) ? 0x20 : 0))
                ),
        ]);

    /// <summary>A sign for a region; where it is weak, a blank.</summary>
    internal static char Shade(int style, double strength) => strength < 0.3 ? ' ' : Shades[style % Shades.Length];

    /// <summary>A capital for what is full, a small letter for what is hollow.</summary>
    internal static char Letter(int style, string kind) => (char)((kind == "full" ? 'A' : 'a') + style % 26);
}
