using System.Text.Json.Nodes;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>How somebody's file is to be read: what the flags of <c>tinynn train</c> say of it, by their names.</summary>
/// <param name="Flags">Flags and what stands behind them; columns as a list of names, <c>true</c> for a flag that stands alone.</param>
internal sealed record FileReading(IReadOnlyDictionary<string, string> Flags)
{
    /// <summary>A flag, the remedy that recommends it, and how it reads.</summary>
    private static readonly (string Flag, RemedyKind Remedy, Func<CsvOptions, string, CsvOptions> Apply)[] Known =
    [
        ("numeric", RemedyKind.Numeric, (options, text) => options with { Numeric = Names(text) }),
        ("categorical", RemedyKind.Categorical, (options, text) => options with { Categorical = Names(text) }),
        ("date", RemedyKind.Dates, (options, text) => options with { Dates = Names(text) }),
        ("text", RemedyKind.Texts, (options, text) => options with { Texts = Names(text) }),
        ("ignore", RemedyKind.Ignore, (options, text) => options with { Ignore = Names(text) }),
        ("id", RemedyKind.Ids, (options, text) => options with { Ids = Names(text) }),
        ("encoding", RemedyKind.Encoding, (options, text) => options with { Encoding = text }),
        ("date-format", RemedyKind.DateFormat, (options, text) => options with { DateFormat = text }),
        ("no-header", RemedyKind.NoHeader, (options, _) => options with { HasHeader = false }),
        ("decimal-comma", RemedyKind.DecimalComma, (options, _) => options with { DecimalComma = true }),
        ("thousands", RemedyKind.Thousands, (options, _) => options with { Thousands = true }),
        ("short-rows", RemedyKind.ShortRows, (options, _) => options with { ShortRows = true }),
    ];

    /// <summary>The flags of a scene; those that nobody knows are refused.</summary>
    /// <exception cref="SceneException">There is no such flag.</exception>
    internal static FileReading Of(JsonObject? told)
    {
        SortedDictionary<string, string> flags = new(StringComparer.Ordinal);
        foreach ((string name, JsonNode? value) in told ?? [])
        {
            if (Known.All(known => known.Flag != name))
            {
                throw new SceneException(
                    $"Nothing about reading is called \"{name}\".",
                    "reading",
                    $"There are: {string.Join(", ", Known.Select(known => known.Flag))}."
                );
            }
            flags[name] = $"{value}";
        }
        return new FileReading(flags);
    }

    /// <summary>The options of the library for it.</summary>
    /// <exception cref="SceneException">A value is none that can be.</exception>
    internal CsvOptions Options(string? target)
    {
        try
        {
            return Known
                .Where(known => Flags.ContainsKey(known.Flag))
                .Aggregate(
                    new CsvOptions { Target = target },
                    (options, known) => known.Apply(options, Flags[known.Flag])
                );
        }
        catch (ArgumentException fault)
        {
            throw new SceneException(fault.Message.Split('\n')[0], "reading", "Give another value.");
        }
    }

    /// <summary>What the library recommends, in words that the page has too: the names of the flags.</summary>
    internal static string Words(Remedy remedy)
    {
        string flag =
            Known.FirstOrDefault(known => known.Remedy == remedy.Kind).Flag ?? $"{remedy.Kind}".ToLowerInvariant();
        return remedy.Names is [] ? $"\"{flag}\"" : $"\"{flag}\" for {string.Join(", ", remedy.Names)}";
    }

    /// <summary>The names of a list; what is none is one name.</summary>
    private static string[] Names(string text) => NameList.Read(text) ?? [text];
}
