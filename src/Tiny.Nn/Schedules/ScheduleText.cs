using System.Globalization;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Schedules;

/// <summary>A schedule's text, such as <c>step:30:0.1</c>, read setting by setting.</summary>
/// <param name="text">The whole text.</param>
/// <param name="example">A text of the same kind, for the messages.</param>
internal sealed class ScheduleText(string text, string example)
{
    private readonly string[] parts = text.Split(':');
    private int next = 1;

    internal static string KindOf(string text) => text.Split(':')[0];

    /// <summary>Reads what the settings say, and nothing may be left over.</summary>
    /// <exception cref="FormatException">A setting is missing, too many, no number or out of range.</exception>
    internal TSchedule Read<TSchedule>(Func<ScheduleText, TSchedule> read)
    {
        try
        {
            TSchedule schedule = read(this);
            return next >= parts.Length ? schedule : throw Wrong($"has more settings than it takes: \"{parts[next]}\"");
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw Wrong($"is out of range: {Within.Explain(fault)}");
        }
    }

    /// <summary>A whole number.</summary>
    internal int Count() =>
        int.TryParse(Next(), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? count
            : throw Wrong($"has \"{parts[next - 1]}\" where a whole number of epochs is expected");

    internal double Number() =>
        double.TryParse(Next(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Wrong($"has \"{parts[next - 1]}\" where a number is expected");

    /// <summary>A number that may be left out.</summary>
    internal double Number(double usual) => next < parts.Length ? Number() : usual;

    /// <summary>All settings that are left.</summary>
    internal string Rest()
    {
        int first = next;
        Next();
        next = parts.Length;
        return string.Join(':', parts[first..]);
    }

    private string Next() =>
        next < parts.Length ? parts[next++] : throw Wrong($"has {parts.Length - 1} settings and needs more");

    private FormatException Wrong(string what) =>
        new($"The learning-rate schedule \"{text}\" {what}. It is written like {example}.");
}
