namespace Tiny.Nn.Tests.Shared;

/// <summary>The items that a test expects.</summary>
internal static class Items
{
    internal static TItem[] Of<TItem>(params TItem[] items) => items;
}
