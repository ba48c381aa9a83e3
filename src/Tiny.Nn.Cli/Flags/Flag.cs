using System.CommandLine;
using System.CommandLine.Parsing;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Settings.Texts;

namespace Tiny.Nn.Cli.Flags;

/// <summary>Flags whose values are checked while they are parsed: what is wrong with one is known before any file is opened.</summary>
internal static class Flag
{
    private const string Prefix = "--";

    /// <summary>Timers know no longer time than 49 days.</summary>
    private const double LongestHours = 1000;

    /// <summary>Nobody means a list of more rows than this.</summary>
    private const int MostRows = 1_000_000;

    /// <summary>A setting of a recipe, as text.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="usual">What holds where the flag is not given.</param>
    internal static Option<string?> Of(Setting setting, Recipe usual) =>
        Create<string?>(
            $"{Prefix}{setting.Name}",
            $"{setting.Description} [{setting.Default(usual)}]",
            text => setting.Check(text, Prefix) is null ? text : null,
            text => Message(setting.Check(text, Prefix)!)
        );

    /// <summary>A value of its own kind.</summary>
    internal static Option<T?> Value<T>(string name, string description, ValueText<T> values)
        where T : struct =>
        Create(
            name,
            description,
            text => values.TryRead(text, out T value) ? value : (T?)null,
            text => Message(values.Explain(text, name))
        );

    /// <summary>Something that has a name.</summary>
    internal static Option<T?> Named<T>(string name, string description, ValueText<T> values)
        where T : class =>
        Create(
            name,
            description,
            text => values.TryRead(text, out T? value) ? value : null,
            text => Message(values.Explain(text, name))
        );

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
    ) => Value(name, description, new NumberText(accepts, range, example));

    /// <summary>A whole number from 1 on.</summary>
    internal static Option<int?> Count(string name, string description, string example) =>
        Value(name, description, new CountText(example));

    /// <summary>A time: a number of seconds, minutes or hours.</summary>
    internal static Option<TimeSpan?> Duration(string name, string description) =>
        Create(name, description, ParseDuration, text => Refuse(text, "is no time up to 1000h", name, "30s, 5m or 1h"));

    /// <summary>What starts chance.</summary>
    internal static Option<ulong?> Seed(string name, string description) => Value(name, description, new SeedText());

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
        where T : class =>
        Create(name, description, find, text => explain?.Invoke(text) ?? Message(TextFault.NoneOf(text, names)));

    /// <summary>Names with commas between them, in quotes where they have commas themselves: a <see cref="NameList"/>. The flag may be given several times.</summary>
    internal static Option<string[]?> Names(string name, string description) =>
        new(name)
        {
            Description = description,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = argument =>
            {
                List<string> names = [];
                foreach (Token token in argument.Tokens)
                {
                    if (NameList.Read(token.Value) is not { } some)
                    {
                        argument.AddError(
                            Refuse(token.Value, "is no list of names: a quote in it has no end", name, "'\"a,b\",c'")
                        );
                        return null;
                    }
                    names.AddRange(some);
                }
                return [.. names];
            },
        };

    /// <summary>Numbers with commas between them: a sample. The flag may be given several times.</summary>
    internal static Option<double[][]?> Samples(string name, string description, string example) =>
        Several(name, description, ParseNumbers, text => Refuse(text, "is no list of numbers", name, example));

    /// <summary>Whole numbers from 1 on and ranges of them, with commas between them: <c>3,7-9</c>. The flag may be given several times.</summary>
    internal static Option<int[][]?> Rows(string name, string description, string example) =>
        Several(name, description, ParseRows, text => Refuse(text, "is no list of rows from 1 on", name, example));

    private static string Refuse(string text, string fault, string name, string example) =>
        Message(TextFault.WithExample(text, fault, name, example));

    private static string Message(TextFault fault) => $"{fault.What}{ParseErrors.Separator}{fault.Advice}";

    private static TimeSpan? ParseDuration(string text)
    {
        TimeSpan? unit = text.LastOrDefault() switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            _ => null,
        };
        if (unit is null || !NumberText.IsNumber(text[..^1], out double number))
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
        return parts.Index().All(part => NumberText.IsNumber(part.Item, out numbers[part.Index])) ? numbers : null;
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

    private static int? ParseCount(string text) => CountText.IsCount(text, out int count) ? count : null;

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
