namespace Tiny.Nn.Cli.Rendering.Svg;

/// <summary>About how wide a text of 11 px is: nobody knows the font that will be there, but letters are narrower than signs of Japanese.</summary>
internal static class TextWidth
{
    private const double Letter = 6.2;
    private const double Sign = 11.2;

    internal static double Of(string text) => text.Sum(letter => letter >= '\u2E80' ? Sign : Letter);
}
