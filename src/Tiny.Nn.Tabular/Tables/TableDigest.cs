using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>A few letters that tell one table from another: SHA-256 of all that can be learned from it.</summary>
internal static class TableDigest
{
    /// <summary>The digest of a table: columns, cells, target, groups and weights; not of the file's name, nor of how it is written.</summary>
    internal static string Of(Table table)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Feature feature in table.Schema)
        {
            Add(hash, feature.Kind);
            Add(hash, feature.Name);
            Add(hash, TextsOf(feature));
        }
        foreach (Matrix<double> cells in table.Cells.Portions())
        {
            hash.AppendData(MemoryMarshal.AsBytes(cells.Values));
        }
        if (table.Target is { } target)
        {
            Add(hash, target.Name);
            Add(hash, target.Texts);
        }
        foreach (ExtraColumn column in table.Extra)
        {
            Add(hash, column.Name);
            Add(hash, column.Texts);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IReadOnlyList<string> TextsOf(Feature feature) =>
        feature switch
        {
            CategoryFeature category => category.Levels,
            TextFeature text => text.Texts,
            _ => [],
        };

    private static void Add(IncrementalHash hash, IReadOnlyList<string> texts)
    {
        Add(hash, $"{texts.Count}");
        foreach (string text in texts)
        {
            Add(hash, text);
        }
    }

    /// <summary>A text and its end: "a", "bc" is not "ab", "c".</summary>
    private static void Add(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
