namespace Tiny.Nn.Teaching.Drawing.Handouts;

/// <summary>What a handout says beside what a trace does.</summary>
internal static class HandoutCaptions
{
    internal static readonly Caption Given = new("Given", "与えられた値");
    internal static readonly Caption Row = new("row", "行");
    internal static readonly Caption Sample = new("sample", "サンプル");
}
