namespace Tiny.Nn.Tabular;

/// <summary>One stream of random numbers for each purpose, so that a change to one leaves the others alone.</summary>
internal static class RandomStreams
{
    internal const ulong TestSplit = 1;
    internal const ulong ValidationSplit = 2;
    internal const ulong Initialization = 3;
    internal const ulong Training = 4;
    internal const ulong FoldSplit = 5;
    internal const ulong FoldSeeds = 6;
    internal const ulong Bootstrap = 7;
    internal const ulong BagFolds = 8;
    internal const ulong BagSeeds = 9;
    internal const ulong Trials = 10;
    internal const ulong MadeRows = 11;
}
