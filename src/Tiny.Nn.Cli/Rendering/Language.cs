namespace Tiny.Nn.Cli.Rendering;

/// <summary>The languages that the teaching commands speak.</summary>
internal enum Language
{
    English,
    Japanese,
}
