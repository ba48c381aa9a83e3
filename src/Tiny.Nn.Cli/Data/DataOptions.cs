using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Parquet;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Cli.Data;

/// <summary>The flags that tell how a file of data is written, and what its columns are for.</summary>
internal sealed class DataOptions
{
    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["comma"] = ',',
        [","] = ',',
        ["semicolon"] = ';',
        [";"] = ';',
        ["tab"] = '\t',
        ["\\t"] = '\t',
        ["\t"] = '\t',
        ["bar"] = '|',
        ["pipe"] = '|',
        ["|"] = '|',
    };

    private readonly Option<string?> delimiter = Flag.Choice(
        "--delimiter",
        "What separates the fields: comma, semicolon, tab or bar. [found out]",
        ["comma", "semicolon", "tab", "bar"],
        name => Delimiters.ContainsKey(name) ? name : null
    );
    private readonly Option<string?> encoding = Flag.Choice(
        "--encoding",
        "The encoding of the text: windows-1252, shift_jis, euc-jp, gb18030, … [utf-8]",
        TextEncoding.Names,
        TextEncoding.Find
    );
    private readonly Option<bool> noHeader = new("--no-header")
    {
        Description = "The first line is data; the columns are column_1, column_2, …",
    };
    private readonly Option<bool> decimalComma = new("--decimal-comma")
    {
        Description = "Decimals are written with a comma: 1,5.",
    };
    private readonly Option<bool> thousands = new("--thousands")
    {
        Description = "The other mark separates thousands: 1,029 is 1029; with --decimal-comma 1.029 is.",
    };
    private readonly Option<string?> dateFormat = Flag.Choice(
        "--date-format",
        "How dates are written: dd.MM.yyyy, M/d/yyyy, unix, unix-ms, … [found out]",
        DateFormat.Examples,
        text => DateFormat.Find(NameList.Read(text) is [var one] ? one : text)?.Name
    );
    private readonly Option<bool> shortRows = new("--short-rows")
    {
        Description = "A row may lack its last cells: they are missing.",
    };
    private readonly Option<string[]?> missing = Flag.Names(
        "--missing",
        "More texts of a missing cell, beside an empty one and NA, NaN, ? and null in any case."
    );
    private readonly Option<string[]?> missingOnly = Flag.Names(
        "--missing-only",
        "These texts alone, and an empty cell, are missing."
    );
    private readonly Option<string[]?> features = Flag.Names("--features", "Learn from these columns only.");
    private readonly Option<string[]?> ignore = Flag.Names("--ignore", "Leave these columns out.");
    private readonly Option<string[]?> categorical = Flag.Names("--categorical", "These columns are categories.");
    private readonly Option<string[]?> numeric = Flag.Names("--numeric", "These columns are numbers.");
    private readonly Option<string[]?> dates = Flag.Names("--date", "These columns are dates or times of day.");
    private readonly Option<string[]?> texts = Flag.Names("--text", "These columns are free text.");
    private readonly Option<string[]?> ids = Flag.Names("--id", "These columns name a row: they are no features.");

    /// <summary>The flags for a file whose columns a model knows.</summary>
    internal IEnumerable<Option> Written =>
        [delimiter, encoding, noHeader, decimalComma, thousands, dateFormat, shortRows, missing, missingOnly];

    /// <summary>The flag for columns that are passed through.</summary>
    internal Option Id => ids;

    /// <summary>All flags.</summary>
    internal IEnumerable<Option> All => [features, ignore, categorical, numeric, dates, texts, ids, .. Written];

    /// <summary>What the command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="target">The column to be predicted.</param>
    /// <param name="known">How data are written where no flag says otherwise; null for as usual.</param>
    internal CsvOptions Read(ParseResult parsed, string? target = null, CsvFormat? known = null)
    {
        known ??= CsvFormat.Usual;
        return new CsvOptions
        {
            Delimiter = Value(parsed, delimiter) is { } name ? Delimiters[name] : null,
            Encoding = Value(parsed, encoding) ?? known.Encoding,
            HasHeader = Given.Has(parsed, noHeader) ? !parsed.GetValue(noHeader) : known.HasHeader,
            DecimalComma = Given.Has(parsed, decimalComma) ? parsed.GetValue(decimalComma) : known.DecimalComma,
            Thousands = Given.Has(parsed, thousands) ? parsed.GetValue(thousands) : known.Thousands,
            DateFormat = Value(parsed, dateFormat) ?? known.DateFormat,
            ShortRows = Given.Has(parsed, shortRows) ? parsed.GetValue(shortRows) : known.ShortRows,
            Missing =
            [
                .. (Value(parsed, missingOnly) ?? known.Missing)
                    .Concat(Value(parsed, missing) ?? [])
                    .Distinct(StringComparer.OrdinalIgnoreCase),
            ],
            Formats = [ParquetFormat.Instance],
            Target = target,
            Features = Value(parsed, features),
            Ignore = Value(parsed, ignore) ?? [],
            Categorical = Value(parsed, categorical) ?? [],
            Numeric = Value(parsed, numeric) ?? [],
            Dates = Value(parsed, dates) ?? [],
            Texts = Value(parsed, texts) ?? [],
            Ids = Value(parsed, ids) ?? [],
        };
    }

    /// <summary>The value of a flag; null where it is not given, or the command does not have it.</summary>
    private static T? Value<T>(ParseResult parsed, Option<T?> flag)
        where T : class => parsed.GetResult(flag) is null ? null : parsed.GetValue(flag);
}
