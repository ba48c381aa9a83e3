using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular;

/// <summary>The options that a message may recommend.</summary>
internal enum RemedyKind
{
    NoHeader,
    Encoding,
    ShortRows,
    DecimalComma,
    Thousands,
    DateFormat,
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
/// <param name="Names">The columns, or texts, that it is to be given; none where it takes none, or the reader knows.</param>
internal readonly record struct Remedy(RemedyKind Kind, params string[] Names)
{
    /// <summary>For a programmer: the property, and what to set it to.</summary>
    public override string ToString() =>
        Names is [] ? Property
        : Kind is RemedyKind.Encoding or RemedyKind.DateFormat ? $"{Property} = {Literal(Names[0])}"
        : $"{Property} = [{string.Join(", ", Names.Select(Literal))}]";

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

    /// <summary>A name as C# has it.</summary>
    private static string Literal(string name)
    {
        StringBuilder literal = new("\"");
        foreach (char letter in name)
        {
            _ = letter switch
            {
                '"' or '\\' => literal.Append('\\').Append(letter),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                _ when char.IsControl(letter) => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => literal.Append(letter),
            };
        }
        return literal.Append('"').ToString();
    }
}
