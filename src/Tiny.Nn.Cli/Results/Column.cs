namespace Tiny.Nn.Cli.Results;

/// <summary>A column of a table.</summary>
/// <param name="Key">The name of its values in a document; null where documents do not have it.</param>
/// <param name="Heading">What stands above it; null where only documents have it.</param>
internal sealed record Column(string? Key, string? Heading)
{
    /// <summary>True where it holds numbers, which stand on the right.</summary>
    internal bool IsNumber { get; init; }

    /// <summary>True where its texts are words of the result, and not of the data.</summary>
    internal bool HasWords { get; init; }

    /// <summary>A heading for where there is little room.</summary>
    internal string? ShortHeading { get; init; }

    /// <summary>0 where it is always shown; of the others those with larger numbers go first where there is no room for all.</summary>
    internal int Rank { get; init; }
}
