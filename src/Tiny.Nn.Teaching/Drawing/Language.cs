namespace Tiny.Nn.Teaching.Drawing;

/// <summary>The languages that the teaching commands speak.</summary>
internal enum Language
{
    English,
    Japanese,
}

/// <summary>How pages name a language.</summary>
internal static class LanguageCodes
{
    internal static string Code(this Language language) => language == Language.Japanese ? "ja" : "en";
}
