namespace Tiny.Nn.Teaching.Drawing;

/// <summary>The languages that the teaching commands speak.</summary>
internal enum Language
{
    English,
    Japanese,
}
