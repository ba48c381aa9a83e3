using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tiny.Nn.Tabular;

namespace Tiny.Nn.Cli.Flags;

/// <summary>Flags whose values are checked while they are parsed: what is wrong with one is known before any file is opened.</summary>
internal static class Flag
{
    /// <summary>Timers know no longer time than 49 days.</summary>
    private const double LongestHours = 1000;

    /// <summary>Nobody means a list of more rows than this.</summary>
    private const int MostRows = 1_000_000;

    /// <summary>A number that must be of some kind.</summary>
    /// <param name="name">The flag.</param>
    /// <param name="description">What it does.</param>
    /// <param name="accepts">The numbers that make sense.</param>
    /// <param name="range">These numbers in words: "above 0", say.</param>
    /// <param name="example">One of them.</param>
    internal static Option<double?> Number(
        string name,
        string description,
        Func<double, bool> accepts,
        string range,
        string example
    ) =>
        Create(
            name,
            description,
            text => IsNumber(text, out double number) && accepts(number) ? number : (double?)null,
            text => Refuse(text, IsNumber(text, out _) ? $"is not {range}" : "is no number", name, example)
        );

    /// <summary>A whole number from 1 on.</summary>
    internal static Option<int?> Count(string name, string description, string example) =>
        Create(name, description, ParseCount, text => NoCount(text, name, example));

    /// <summary>A whole number from 1 on, or the word "none", which is 0.</summary>
    internal static Option<int?> CountOrNone(string name, string description, string example) =>
        Create(
            name,
            description,
            text => text == "none" ? 0 : ParseCount(text),
            text => NoCount(text, name, $"{example}, or none")
        );

    /// <summary>A time: a number of seconds, minutes or hours.</summary>
    internal static Option<TimeSpan?> Duration(string name, string description) =>
        Create(name, description, ParseDuration, text => Refuse(text, "is no time up to 1000h", name, "30s, 5m or 1h"));

    /// <summary>What starts chance.</summary>
    internal static Option<ulong?> Seed(string name, string description) =>
        Create(
            name,
            description,
            text =>
                ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
                    ? seed
                    : (ulong?)null,
            text => Refuse(text, $"is no whole number from 0 to {ulong.MaxValue}", name, "42")
        );

    /// <summary>Whole numbers with commas between them, or the word "none", which is an empty list.</summary>
    internal static Option<ImmutableArray<int>?> Counts(string name, string description, string example) =>
        Create(
            name,
            description,
            ParseCounts,
            text => Refuse(text, "is no list of whole numbers from 1 on", name, $"{example}, or none")
        );

    /// <summary>One of some names.</summary>
    /// <param name="name">The flag.</param>
    /// <param name="description">What it does.</param>
    /// <param name="names">The names.</param>
    /// <param name="find">What a name stands for; null where it is none.</param>
    /// <param name="explain">What is wrong with a text that is nearly one of them, and the advice; null where nothing is known.</param>
    internal static Option<T?> Choice<T>(
        string name,
        string description,
        IReadOnlyList<string> names,
        Func<string, T?> find,
        Func<string, string?>? explain = null
    )
        where T : class => Create(name, description, find, text => explain?.Invoke(text) ?? Unknown(text, names));

    /// <summary>Names with commas between them. The flag may be given several times.</summary>
    internal static Option<string[]?> Names(string name, string description) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = argument =>
                [.. argument.Tokens.SelectMany(token => token.Value.Split(',')).Select(part => part.Trim())],
        };

    /// <summary>Numbers with commas between them: a sample. The flag may be given several times.</summary>
    internal static Option<double[][]?> Samples(string name, string description, string example) =>
        Several(name, description, ParseNumbers, text => Refuse(text, "is no list of numbers", name, example));

    /// <summary>Whole numbers from 1 on and ranges of them, with commas between them: <c>3,7-9</c>. The flag may be given several times.</summary>
    internal static Option<int[][]?> Rows(string name, string description, string example) =>
        Several(name, description, ParseRows, text => Refuse(text, "is no list of rows from 1 on", name, example));

    private static string Unknown(string text, IReadOnlyList<string> names)
    {
        string meant = Closest.To(text, names) is { } close ? $"Did you mean {close}? " : "";
        return $"\"{text}\" is none of the names.{ParseErrors.Separator}{meant}There are: {string.Join(", ", names)}.";
    }

    private static string NoCount(string text, string name, string example) =>
        Refuse(text, "is no whole number from 1 on", name, example);

    private static string Refuse(string text, string fault, string name, string example) =>
        $"\"{text}\" {fault}.{ParseErrors.Separator}Give, for example, {name} {example}.";

    private static bool IsNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static ImmutableArray<int>? ParseCounts(string text)
    {
        int?[] counts = text == "none" ? [] : [.. text.Split(',').Select(part => ParseCount(part.Trim()))];
        return counts.Contains(null) ? null : [.. counts.Select(count => count!.Value)];
    }

    private static TimeSpan? ParseDuration(string text)
    {
        TimeSpan? unit = text.LastOrDefault() switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            _ => null,
        };
        if (unit is null || !IsNumber(text[..^1], out double number))
        {
            return null;
        }
        double hours = number * unit.Value.TotalHours;
        return hours is > 0 and <= LongestHours ? TimeSpan.FromHours(hours) : null;
    }

    private static double[]? ParseNumbers(string text)
    {
        string[] parts = text.Split(',');
        double[] numbers = new double[parts.Length];
        return parts.Index().All(part => IsNumber(part.Item, out numbers[part.Index])) ? numbers : null;
    }

    private static int[]? ParseRows(string text)
    {
        List<int> rows = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-', 2);
            int? first = ParseCount(ends[0].Trim());
            int? last = ParseCount(ends[^1].Trim());
            if (first is null || last is null || last < first || last - first >= MostRows - rows.Count)
            {
                return null;
            }
            rows.AddRange(Enumerable.Range(first.Value, last.Value - first.Value + 1));
        }
        return [.. rows];
    }

    private static int? ParseCount(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0 ? count : null;

    /// <summary>A flag whose value is null only where it is not given.</summary>
    private static Option<T> Create<T>(
        string name,
        string description,
        Func<string, T> read,
        Func<string, string> refuse
    ) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.ExactlyOne,
            CustomParser = argument =>
            {
                T value = read(Text(argument));
                if (value is null)
                {
                    argument.AddError(refuse(Text(argument)));
                }
                return value;
            },
        };

    /// <summary>A flag that may be given several times, with a value each.</summary>
    private static Option<TValue[]?> Several<TValue>(
        string name,
        string description,
        Func<string, TValue?> read,
        Func<string, string> refuse
    )
        where TValue : class =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = argument =>
            {
                TValue?[] values = [.. argument.Tokens.Select(token => read(token.Value))];
                int wrong = Array.IndexOf(values, null);
                if (wrong >= 0)
                {
                    argument.AddError(refuse(argument.Tokens[wrong].Value));
                }
                return [.. values.OfType<TValue>()];
            },
        };

    private static string Text(ArgumentResult argument) => argument.Tokens[0].Value;
}
