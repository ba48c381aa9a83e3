namespace Tiny.Nn.Tabular;

/// <summary>The options that a message may recommend.</summary>
internal enum RemedyKind
{
    NoHeader,
    Encoding,
    ShortRows,
    DecimalComma,
    Missing,
    OnlyMissing,
    Ignore,
    Ids,
    Dates,
    Texts,
    Categorical,
    Numeric,
    Classification,
    Regression,
    Validation,
}

/// <summary>An option that a message recommends. A library has properties for it; whoever has other names words it anew: the command its flags.</summary>
/// <param name="Kind">Which option.</param>
/// <param name="Column">The column that it is to be given; null where it takes none, or the reader knows.</param>
internal readonly record struct Remedy(RemedyKind Kind, string? Column = null)
{
    /// <summary>For a programmer: the property, and what to set it to.</summary>
    public override string ToString() =>
        Column is null ? Property
        : Kind == RemedyKind.OnlyMissing
            ? $"{Property} = [{string.Join(", ", Column.Split(',').Select(Excerpt.Quote))}]"
        : Kind == RemedyKind.Encoding ? $"{Property} = {Excerpt.Quote(Column)}"
        : $"{Property} = [{Excerpt.Quote(Column)}]";

    private string Property =>
        Kind switch
        {
            RemedyKind.OnlyMissing => "CsvOptions.Missing",
            RemedyKind.NoHeader => "CsvOptions.HasHeader = false",
            RemedyKind.Classification => "Recipe.Kind = TargetKind.Classification",
            RemedyKind.Validation => "Recipe.ValidationFraction",
            RemedyKind.Regression => "Recipe.Kind = TargetKind.Regression",
            _ => $"CsvOptions.{Kind}",
        };
}
