using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>A value of a program as a file would have it: what kind it is, and its text in the invariant culture.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of an unsuitable value the name of its type.</param>
internal readonly record struct RowValue(RowValueKind Kind, string Text)
{
    /// <summary>A date without a zone, to the tenth of a microsecond.</summary>
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    private static readonly RowValue Missing = new(RowValueKind.Missing, "null");

    internal static RowValue From(object? value) =>
        value switch
        {
            null or DBNull => Missing,
            string text => new(RowValueKind.Text, text),
            char letter => new(RowValueKind.Text, letter.ToString()),
            bool truth => new(RowValueKind.Boolean, truth ? "true" : "false"),
            Enum name => new(RowValueKind.Text, name.ToString()),
            DateOnly day => Date(day.ToDateTime(TimeOnly.MinValue)),
            DateTime { Kind: DateTimeKind.Local } time => Date(time.ToUniversalTime()),
            DateTime time => Date(time),
            DateTimeOffset time => Date(time.UtcDateTime),
            JsonElement json => From(json),
            IFormattable number when IsNumber(value) => Number(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => new(RowValueKind.Unsuitable, value.GetType().Name),
        };

    private static RowValue From(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => Missing,
            JsonValueKind.String => new(RowValueKind.Text, json.GetString()!),
            JsonValueKind.Number => new(RowValueKind.Number, json.GetRawText()),
            JsonValueKind.True => From(true),
            JsonValueKind.False => From(false),
            _ => new(RowValueKind.Unsuitable, $"JSON {json.ValueKind.ToString().ToLowerInvariant()}"),
        };

    private static RowValue Date(DateTime time) =>
        new(RowValueKind.Date, time.ToString(DateFormat, CultureInfo.InvariantCulture));

    private static RowValue Number(string text) => text == "NaN" ? Missing : new(RowValueKind.Number, text);

    private static bool IsNumber(object value) =>
        value
            is float
                or double
                or decimal
                or Half
                or byte
                or sbyte
                or short
                or ushort
                or int
                or uint
                or long
                or ulong
                or nint
                or nuint
                or Int128
                or UInt128
                or BigInteger;
}
