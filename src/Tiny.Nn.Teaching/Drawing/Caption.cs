namespace Tiny.Nn.Teaching.Drawing;

/// <summary>A text in every language, so that none can be forgotten.</summary>
internal sealed record Caption(string English, string Japanese)
{
    /// <summary>A text that is the same in every language, as most formulas are.</summary>
    internal static Caption Same(string text) => new(text, text);

    internal string In(Language language) =>
        language switch
        {
            Language.English => English,
            Language.Japanese => Japanese,
            _ => throw new ArgumentOutOfRangeException(nameof(language)),
        };
}
