using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>How the cells of a file are written. A model keeps it: the next file is most likely written as the first one was.</summary>
/// <param name="HasHeader">True where the first record names the columns.</param>
/// <param name="DecimalComma">True where decimals are written with a comma.</param>
/// <param name="Missing">The texts of a missing cell, beside an empty one.</param>
public sealed record CsvFormat(bool HasHeader, bool DecimalComma, IReadOnlyList<string> Missing)
{
    /// <summary>What is read as a missing cell beside an empty one: NA, NaN, ? and null, in any case.</summary>
    public static IReadOnlyList<string> UsualMissing { get; } = MissingTexts.Usual;

    private readonly string encoding = TextEncoding.Usual;

    /// <summary>The encoding of the text, such as utf-8, shift_jis or windows-1252. A byte-order mark in the file overrules it.</summary>
    /// <exception cref="ArgumentException">There is no encoding of that name.</exception>
    public string Encoding
    {
        get => encoding;
        init => encoding = TextEncoding.Require(value);
    }

    /// <summary>True where the mark that is not decimal separates thousands: 1,029 is 1029, and 1.029 where <see cref="DecimalComma"/> is set.</summary>
    public bool Thousands { get; init; }

    private readonly string? dateFormat;

    /// <summary>How dates are written: a custom format of .NET, read in the invariant culture, or unix or unix-ms; null where that is found out.</summary>
    /// <exception cref="ArgumentException">It is no such format.</exception>
    public string? DateFormat
    {
        get => dateFormat;
        init => dateFormat = Cells.DateFormat.Require(value)?.Name;
    }

    /// <summary>True where a row may have fewer fields than there are columns.</summary>
    public bool ShortRows { get; init; }

    /// <summary>With a header, decimal points and <see cref="UsualMissing"/>.</summary>
    public static CsvFormat Usual { get; } = new(HasHeader: true, DecimalComma: false, UsualMissing);

    /// <summary>How cells are read by the usual format.</summary>
    internal static CellRules UsualRules { get; } = Usual.Rules;

    /// <summary>True where nothing differs from <see cref="Usual"/>.</summary>
    public bool IsUsual =>
        HasHeader == Usual.HasHeader
        && DecimalComma == Usual.DecimalComma
        && Thousands == Usual.Thousands
        && DateFormat == Usual.DateFormat
        && ShortRows == Usual.ShortRows
        && Encoding == Usual.Encoding
        && Missing.SequenceEqual(Usual.Missing, StringComparer.Ordinal);

    /// <summary>All of it.</summary>
    public override string ToString()
    {
        string header = HasHeader ? "with a header" : "without a header";
        string mark = DecimalComma ? "comma" : "point";
        string missing = $"missing is {Excerpt.List(Missing)} or nothing";
        string written = Encoding == TextEncoding.Usual ? "" : $", encoding {Encoding}";
        string dates = DateFormat is null ? "" : $", dates as {DateFormat}";
        return $"{header}, decimal {mark}{(Thousands ? ", thousands separated" : "")}{dates}, {missing}{(ShortRows ? ", rows may be short" : "")}{written}";
    }

    /// <summary>How the cells of such a file are read.</summary>
    internal CellRules Rules =>
        new(Missing, DecimalComma) { Thousands = Thousands, Dates = Cells.DateFormat.Require(DateFormat) };
}
