using System.Buffers.Binary;
using System.Text;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>What a zip archive holds, by the names of its first entries: many formats are archives of this kind.</summary>
internal static class ZipContents
{
    private const int NameLengthAt = 26;
    private const int ExtraLengthAt = 28;
    private const int HeaderLength = 30;
    private const string SaveSheet = "Save the sheet as CSV UTF-8 in the spreadsheet program.";

    private static ReadOnlySpan<byte> Entry => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> End => "PK\u0005\u0006"u8;

    /// <summary>What the file is, and what to do about it; null for no archive.</summary>
    /// <param name="head">Its first bytes.</param>
    internal static (string What, string Advice)? Find(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(End))
        {
            return ("This is a zip archive with nothing in it.", "Give a CSV file.");
        }
        if (!head.StartsWith(Entry))
        {
            return null;
        }
        (List<string> names, string kind) = Read(head);
        if (names.Exists(name => name.StartsWith("xl/", StringComparison.Ordinal)))
        {
            return ("This is an Excel workbook (.xlsx).", SaveSheet);
        }
        if (kind.StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal))
        {
            return ("This is a workbook of LibreOffice or OpenOffice (.ods).", SaveSheet);
        }
        if (kind.StartsWith("application/", StringComparison.Ordinal))
        {
            return ("This is an office document, and no table.", SaveSheet);
        }
        if (names.Contains("[Content_Types].xml"))
        {
            bool isOther =
                names.Exists(name => name.StartsWith("word/", StringComparison.Ordinal))
                || names.Exists(name => name.StartsWith("ppt/", StringComparison.Ordinal));
            return isOther
                ? (
                    "This is an office document, and no table.",
                    "Copy its table into a spreadsheet program, and save it as CSV."
                )
                : ("This is an Excel workbook (.xlsx).", SaveSheet);
        }
        if (names.Exists(name => name.StartsWith("Index/", StringComparison.Ordinal)))
        {
            return ("This is a document of Numbers or Pages.", "Export it as CSV in the program that it comes from.");
        }
        if (names.Exists(name => name.EndsWith(".npy", StringComparison.OrdinalIgnoreCase)))
        {
            return (
                "These are arrays of NumPy (.npz).",
                "Write one as CSV in Python: numpy.savetxt('new.csv', numpy.load('old.npz')['x'], delimiter=',', header='a,b,y', comments='')."
            );
        }
        string? table = names.Find(name =>
            Path.GetExtension(name).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT" or ".DATA"
        );
        return (
            "This is a zip archive.",
            table is null
                ? "Unpack it, unzip old.zip, and name the CSV file in it."
                : $"Unpack it, unzip old.zip, and name the file in it: {Excerpt.Name(table)}."
        );
    }

    /// <summary>The names of the entries whose headers are there, and what the first holds where it tells the kind of the archive.</summary>
    private static (List<string> Names, string Kind) Read(ReadOnlySpan<byte> head)
    {
        List<string> names = [];
        string kind = "";
        for (int at = 0; at >= 0 && head.Length - at >= HeaderLength; )
        {
            ReadOnlySpan<byte> entry = head[at..];
            int length = BinaryPrimitives.ReadUInt16LittleEndian(entry[NameLengthAt..]);
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(entry[ExtraLengthAt..]);
            ReadOnlySpan<byte> rest = entry[HeaderLength..];
            names.Add(Encoding.UTF8.GetString(rest[..Math.Min(length, rest.Length)]));
            if (names is ["mimetype"] && rest.Length > length + extra)
            {
                kind = Encoding.UTF8.GetString(rest[(length + extra)..Math.Min(rest.Length, length + extra + 64)]);
            }
            int next = entry[1..].IndexOf(Entry);
            at = next < 0 ? -1 : at + 1 + next;
        }
        return (names, kind);
    }
}
