using System.Collections.Frozen;
using System.Globalization;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What stands beside a number and tells of what it is: %, $, kg.</summary>
internal static class Units
{
    private const int Longest = 24;

    private static readonly FrozenSet<string> Currencies = Set(
        "USD EUR GBP JPY CHF CNY RMB INR AUD CAD NZD SEK NOK DKK PLN CZK HUF RUB TRY BRL MXN ZAR KRW SGD HKD TWD THB IDR MYR PHP VND AED SAR ILS "
            + "usd eur gbp jpy chf Rs Rs. rs Fr. Fr kr kr. zł RM Kč Ft lei ct cents"
    );

    private static readonly FrozenSet<string> Measures = Set(
        "kg g mg µg μg ug ng lb lbs oz km m cm mm µm μm um nm mi ft yd in h hr hrs min s sec secs ms µs us ns d day days wk wks mo mos month months "
            + "yr yrs year years l ml mL cl dl gal Hz kHz MHz GHz kW MW Wh kWh mV kV mA kJ kcal cal Pa hPa kPa MPa bar mbar psi mol mmol "
            + "mmHg kB KB MB GB TB bit px dpi pt hp bhp PS cc CC ccm rpm mph kmh kph km/h m/s mg/dL mg/dl g/L g/l mmol/L mpg kmpl km/kg m2 m3 cm2 cm3 km2 "
            + "sqm sqft ha acres pcs pp bp bps dB ppm ppb"
    );

    /// <summary>True for a sign or a code of money: $, US$, EUR. It may stand before a number as well.</summary>
    internal static bool IsCurrency(string text) =>
        Currencies.Contains(text)
        || (
            text.Length is > 0 and <= 4
            && text.Count(IsSign) == 1
            && (IsSign(text[0]) || IsSign(text[^1]))
            && text.All(letter => IsSign(letter) || char.IsAsciiLetter(letter))
        );

    /// <summary>True for money that has no coin below one: 6,200 of it is never 6.2.</summary>
    internal static bool IsWhole(string text) =>
        text is "¥" or "₩" or "円" or "원" or "JPY" or "KRW" or "VND" or "₫" or "JP¥";

    /// <summary>True for what may stand behind a number: words, signs and their quotients, but no other number.</summary>
    internal static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest
        && (char.IsLetter(text[0]) || IsSymbol(text[0]))
        && text.Index().All(letter => IsPart(letter.Item) || IsPower(text, letter.Index));

    /// <summary>True for a unit that is certainly one, wherever it stands: of money, of a measure, or such as a script without blanks has.</summary>
    internal static bool IsKnown(string text) =>
        IsCurrency(text)
        || Measures.Contains(text)
        || (
            text.Length > 0
            && (IsSymbol(text[0]) || CharUnicodeInfo.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter)
        );

    /// <summary>True where both are one unit: the plural is none of its own.</summary>
    internal static bool AreSame(string one, string other) =>
        string.Equals(Singular(one), Singular(other), StringComparison.Ordinal);

    private static string Singular(string unit) =>
        unit.Length > 2 && unit[^1] == 's' && unit[^2] != 's' && char.IsLetter(unit[^2]) ? unit[..^1] : unit;

    private static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;

    private static bool IsSymbol(char letter) => IsSign(letter) || letter is '%' or '‰' or '°' or '℃' or '℉' or 'Ω';

    private static bool IsPart(char letter) =>
        char.IsLetter(letter)
        || IsSymbol(letter)
        || letter is ' ' or '/' or '.' or '²' or '³' or '·' or '^' or '-' or 'µ';

    private static bool IsPower(string text, int place) =>
        text[place] is '2' or '3' && place > 0 && (char.IsLetter(text[place - 1]) || text[place - 1] == '^');

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
