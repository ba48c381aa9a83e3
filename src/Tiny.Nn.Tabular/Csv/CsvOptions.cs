using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>How to read a CSV file, and the roles of its columns. What is not declared is inferred from all rows.</summary>
/// <remarks>A column is named by its name; or by its number from 1 on, where no column's name is a number.</remarks>
public sealed record CsvOptions
{
    private readonly char? delimiter;
    private readonly string encoding = TextEncoding.Usual;

    /// <summary>What separates the fields: comma, semicolon, tab or bar; null to detect it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another character.</exception>
    public char? Delimiter
    {
        get => delimiter;
        init =>
            delimiter = value is null or ',' or ';' or '\t' or '|'
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    "A delimiter is a comma, a semicolon, a tab or a bar."
                );
    }

    /// <summary>The encoding of the text, such as utf-8, shift_jis or windows-1252. A byte-order mark in the file overrules it. It is never guessed.</summary>
    /// <exception cref="ArgumentException">There is no encoding of that name.</exception>
    public string Encoding
    {
        get => encoding;
        init => encoding = TextEncoding.Require(value);
    }

    /// <summary>True where the first record names the columns; else they are column_1, column_2 and so on.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>True where decimals are written with a comma, 1,5. It is never inferred.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>
    /// True where the mark that is not decimal separates thousands: 1,029 is 1029, and 1.029 where <see cref="DecimalComma"/> is set. Where a column
    /// leaves no doubt, as 1,234,567 does, it need not be said.
    /// </summary>
    public bool Thousands { get; init; }

    private readonly string? dateFormat;

    /// <summary>
    /// How dates are written: a custom format of .NET such as dd.MM.yyyy, read in the invariant culture, or unix or unix-ms for seconds or
    /// milliseconds since 1970; null where it is found out from all cells of a column.
    /// </summary>
    /// <exception cref="ArgumentException">It is no such format.</exception>
    public string? DateFormat
    {
        get => dateFormat;
        init => dateFormat = Tables.Cells.DateFormat.Require(value)?.Name;
    }

    /// <summary>True where a row may have fewer fields than there are columns: its last cells are missing. Else it is an error.</summary>
    public bool ShortRows { get; init; }

    /// <summary>The texts of a missing cell, in any case; an empty cell is missing too.</summary>
    public IReadOnlyList<string> Missing { get; init; } = CsvFormat.UsualMissing;

    /// <summary>How cells are written, as far as it cannot be detected.</summary>
    public CsvFormat Format
    {
        get =>
            new(HasHeader, DecimalComma, Missing)
            {
                Thousands = Thousands,
                DateFormat = DateFormat,
                ShortRows = ShortRows,
                Encoding = Encoding,
            };
        init
        {
            (HasHeader, DecimalComma, Missing) = value;
            (ShortRows, Encoding) = (value.ShortRows, value.Encoding);
            (Thousands, DateFormat) = (value.Thousands, value.DateFormat);
        }
    }

    /// <summary>What is read beside text.</summary>
    internal IReadOnlyList<RecordFormat> Formats { get; init; } = [];

    /// <summary>Where cells and texts of a table go while it is read; null for memory.</summary>
    internal ScratchFile? Scratch { get; init; }

    /// <summary>The column to be predicted; null for none.</summary>
    public string? Target { get; init; }

    /// <summary>The columns to learn from; null for all that have no other role.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Columns that are left out.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Columns that name a row and are no features.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Columns that are no features and are kept beside them: groups, times, weights. See <see cref="Table.Extra"/>.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];

    /// <summary>What each of the <see cref="Extra"/> columns is for, in the same order: "group", say, in messages.</summary>
    internal IReadOnlyList<string> ExtraRoles { get; init; } = [];

    /// <summary>Features that are numbers: another text in one is an error.</summary>
    public IReadOnlyList<string> Numeric { get; init; } = [];

    /// <summary>Features that are categories, also where their texts are numbers.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Features that are dates: as ISO 8601 writes them, or otherwise where all cells together leave no doubt; see <see cref="DateFormat"/>.</summary>
    public IReadOnlyList<string> Dates { get; init; } = [];

    /// <summary>Features that are free text.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>The records of a file that is written so.</summary>
    /// <param name="stream">The file; it stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <exception cref="DataException">There is no header, or the stream cannot be read, or holds no table.</exception>
    internal CsvRecords Open(Stream stream, string source) => new(stream, source, Delimiter, Format, Formats);

    /// <summary>What is declared; all else is found out.</summary>
    public override string ToString()
    {
        (string Role, IReadOnlyList<string>? Columns)[] roles =
        [
            ("target", Target is null ? null : [Target]),
            ("features", Features),
            ("ignored", Ignore),
            ("ids", Ids),
            ("extra", Extra),
            ("numbers", Numeric),
            ("categories", Categorical),
            ("dates", Dates),
            ("texts", Texts),
        ];
        IEnumerable<string> declared = roles
            .Where(role => role.Columns is { Count: > 0 })
            .Select(role => $"{role.Role}: {Excerpt.List(role.Columns!)}");
        string?[] written = [Delimiter is { } given ? $"delimiter '{given}'" : null, $"{Format}"];
        return string.Join("; ", written.OfType<string>().Concat(declared));
    }
}
