using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Csv.Sources;

/// <summary>A format that is no text, known by bytes that stand at a certain place of each of its files.</summary>
/// <param name="Magic">The bytes.</param>
/// <param name="What">What the file is: a sentence.</param>
/// <param name="Advice">How to get a CSV file of it: a sentence.</param>
internal sealed record FileSignature(byte[] Magic, string What, string Advice)
{
    /// <summary>So far a file is looked at for control characters, which no text has.</summary>
    private const int Looked = 512;

    private const string NeedsCsv = "Give the CSV file that belongs to it.";

    /// <summary>Where the bytes stand.</summary>
    private int Offset { get; init; }

    /// <summary>True where the bytes are letters, so that a text may begin with them: then control characters have to be there as well.</summary>
    private bool IsOfLetters { get; init; }

    private static readonly FileSignature[] All =
    [
        Packed([0x28, 0xB5, 0x2F, 0xFD], "Zstandard", "zstd -dc old.csv.zst > new.csv"),
        Packed([.. "BZh"u8], "bzip2", "bzip2 -dc old.csv.bz2 > new.csv") with
        {
            IsOfLetters = true,
        },
        Packed([0xFD, .. "7zXZ\0"u8], "xz", "xz -dc old.csv.xz > new.csv"),
        Packed([0x5D, 0, 0], "LZMA", "xz -dc old.csv.lzma > new.csv"),
        Packed([0x04, 0x22, 0x4D, 0x18], "LZ4", "lz4 -dc old.csv.lz4 > new.csv"),
        Packed([0x1F, 0x9D], "compress", "gzip -dc old.csv.Z > new.csv"),
        Packed([.. "LZIP\u0001"u8], "lzip", "lzip -dc old.csv.lz > new.csv"),
        Packed([.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip", "7z e old.7z"),
        Packed([.. "Rar!\u001A\u0007"u8], "RAR", "unrar e old.rar"),
        new([.. "ustar"u8], "This is a tar archive.", "Unpack it, tar -xf old.tar, and name the CSV file in it.")
        {
            Offset = 257,
            IsOfLetters = true,
        },
        new(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "This is a workbook of an old Excel (.xls), or another old Office file.",
            "Save the sheet as CSV UTF-8 in the spreadsheet program."
        ),
        Frame([.. "PAR1"u8], "a Parquet file", "read_parquet"),
        Frame([.. "ARROW1"u8], "an Arrow or Feather file", "read_feather"),
        Frame([.. "FEA1"u8], "a Feather file", "read_feather"),
        Frame([.. "ORC"u8], "an ORC file", "read_orc"),
        Frame([0x89, .. "HDF\r\n\u001A\n"u8], "an HDF5 file", "read_hdf"),
        Frame([.. "<stata_dta>"u8], "a Stata file", "read_stata"),
        Frame([.. "$FL2@(#)"u8], "an SPSS file", "read_spss"),
        Frame([.. "$FL3@(#)"u8], "an SPSS file", "read_spss"),
        new(
            [0x93, .. "NUMPY"u8],
            "This is an array of NumPy (.npy).",
            "Write it as CSV in Python: numpy.savetxt('new.csv', numpy.load('old.npy'), delimiter=',', header='a,b,y', comments='')."
        ),
        new(
            [.. "SQLite format 3\0"u8],
            "This is a SQLite database.",
            "Write a table of it as CSV: sqlite3 -header -csv old.db \"SELECT * FROM data\" > new.csv."
        ),
        new([.. "Obj\u0001"u8], "This is an Avro file.", "Write its records as CSV in the program that it comes from."),
        new([.. "CDF\u0001"u8], "This is a netCDF file.", "Write it as CSV in the program that it comes from."),
        new([.. "CDF\u0002"u8], "This is a netCDF file.", "Write it as CSV in the program that it comes from."),
        new(
            [.. "MATLAB 5.0 MAT-file"u8],
            "This is a MATLAB file (.mat).",
            "Write the table as CSV in MATLAB: writetable(T, 'new.csv')."
        )
        {
            IsOfLetters = true,
        },
        RData([.. "RDX2\n"u8]),
        RData([.. "RDX3\n"u8]),
        RData([.. "X\n\0\0\0"u8]),
        .. Enumerable
            .Range(2, 4)
            .Select(protocol => new FileSignature(
                [0x80, (byte)protocol],
                "This is a pickle of Python, which is a program and not read.",
                "Load it in Python where you trust it, and write it as CSV: frame.to_csv('new.csv', index=False)."
            )),
        new(
            [.. "%PDF-"u8],
            "This is a PDF document.",
            "Copy its table into a spreadsheet program, and save it as CSV."
        ),
        new(
            [.. "{\\rtf"u8],
            "This is a text with formats (RTF).",
            "Save it as plain text in the program that it comes from."
        ),
        Picture([0x89, .. "PNG\r\n\u001A\n"u8], "PNG"),
        Picture([0xFF, 0xD8, 0xFF], "JPEG"),
        Picture([.. "GIF87a"u8], "GIF"),
        Picture([.. "GIF89a"u8], "GIF"),
        Picture([.. "II*\0"u8], "TIFF"),
        Picture([.. "MM\0*"u8], "TIFF"),
        Picture([.. "WEBP"u8], "WebP") with
        {
            Offset = 8,
        },
        Program([0x7F, .. "ELF"u8]),
        Program([.. "MZ"u8, 0x90, 0]),
        Program([0, .. "asm"u8]),
    ];

    /// <summary>Ends where the file is of a format that is known, and no text.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="source">Its name.</param>
    /// <exception cref="DataException">It is.</exception>
    internal static void Refuse(ReadOnlySpan<byte> head, string source)
    {
        if (SafetensorsHeader.IsLikely(head))
        {
            throw new DataException("This is a model, not data.", source, "Name a CSV file where data are wanted.");
        }
        if (ZipContents.Find(head) is { } zip)
        {
            throw new DataException(zip.What, source, zip.Advice);
        }
        foreach (FileSignature signature in All)
        {
            if (signature.Fits(head))
            {
                throw new DataException(signature.What, source, signature.Advice);
            }
        }
    }

    private static FileSignature Packed(byte[] magic, string format, string command) =>
        new(magic, $"The file is packed by {format}, which is not read; gzip is.", $"Unpack it: {command}.");

    private static FileSignature Frame(byte[] magic, string what, string reader) =>
        new(
            magic,
            $"This is {what}.",
            $"Write it as CSV in Python: pandas.{reader}('old').to_csv('new.csv', index=False)."
        )
        {
            IsOfLetters = true,
        };

    private static FileSignature RData(byte[] magic) =>
        new(
            magic,
            "This is a file of R's own.",
            "Write the frame as CSV in R: write.csv(frame, \"new.csv\", row.names = FALSE)."
        )
        {
            IsOfLetters = true,
        };

    private static FileSignature Picture(byte[] magic, string format) =>
        new(magic, $"This is a picture ({format}).", NeedsCsv) { IsOfLetters = true };

    private static FileSignature Program(byte[] magic) =>
        new(magic, "This is a program.", NeedsCsv) { IsOfLetters = true };

    private bool Fits(ReadOnlySpan<byte> head) =>
        head.Length >= Offset + Magic.Length
        && head[Offset..].StartsWith(Magic)
        && (!IsOfLetters || HasControls(head[..Math.Min(Looked, head.Length)]));

    /// <summary>True where there are characters that no text has.</summary>
    internal static bool HasControls(ReadOnlySpan<byte> bytes)
    {
        foreach (byte character in bytes)
        {
            if (character is < (byte)'\t' or (> (byte)'\r' and < 0x1A) or (> 0x1B and < (byte)' '))
            {
                return true;
            }
        }
        return false;
    }
}
