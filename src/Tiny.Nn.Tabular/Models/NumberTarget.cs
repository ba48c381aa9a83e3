using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Models;

/// <summary>A number.</summary>
/// <param name="Name">The target column's name.</param>
/// <param name="Scaling">What made the training targets of mean 0 and deviation 1; predictions go the way back.</param>
public sealed record NumberTarget(string Name, Standardization Scaling) : ModelTarget(Name)
{
    private const int MostDecimals = 15;

    /// <summary>So many numbers are scaled at a time.</summary>
    private const int Portion = 4096;

    /// <summary>How many decimals a network of floats can tell; null where all targets were the same.</summary>
    private readonly int? knownDecimals = DecimalsOf(Scaling);

    /// <summary>What made the training targets of mean 0 and deviation 1; predictions go the way back.</summary>
    public Standardization Scaling
    {
        get;
        init => (field, knownDecimals) = (value, DecimalsOf(value));
    } = Scaling;

    /// <summary>What stood beside the training targets in their file: %, $, kg; null where nothing did. It is no part of a prediction.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <summary>
    /// The smallest and the largest number that is predicted: those of the training rows, which a network may leave far behind where a row is
    /// unlike all of them. Null for no limits.
    /// </summary>
    public (double Least, double Most)? Range
    {
        get;
        init =>
            field =
                value is not { } range || range.Least <= range.Most
                    ? value
                    : throw new ArgumentException("A range goes from the smaller to the larger number.", nameof(Range));
    }

    /// <summary>Numbers as a network learned them become numbers in the unit of the target, within the range.</summary>
    /// <param name="answers">1 × samples; overwritten.</param>
    internal void ToNumbers(Matrix<double> answers)
    {
        Scaling.Invert(answers, answers);
        if (Range is var (least, most))
        {
            foreach (ref double number in answers.Values)
            {
                number = Math.Clamp(number, least, most);
            }
        }
    }

    /// <summary>
    /// The number with the decimals that a network of floats can tell, whose answers in deviations are known to 2⁻²³ of 1: behind them stand only
    /// digits of the way back.
    /// </summary>
    /// <param name="number">A prediction.</param>
    internal double Round(double number)
    {
        if (knownDecimals is not { } decimals)
        {
            return number;
        }

        // 0 is added lest it be written as -0.
        return decimals <= MostDecimals ? Math.Round(number, decimals) + 0.0 : RoundTiny(number, decimals);
    }

    private static int? DecimalsOf(Standardization scaling) =>
        scaling.Scale[0] * Math.ScaleB(1, -23) is > 0 and var known
            ? Math.Max((int)Math.Ceiling(-Math.Log10(known)), 0)
            : null;

    /// <summary>The same for decimals that <see cref="Math.Round(double, int)"/> does not know.</summary>
    private static double RoundTiny(double number, int decimals)
    {
        int digits = decimals + (int)Math.Floor(Math.Log10(Math.Abs(number))) + 1;
        string shown = number.ToString($"E{Math.Clamp(digits - 1, 0, 16)}", CultureInfo.InvariantCulture);
        return number == 0 ? 0 : double.Parse(shown, CultureInfo.InvariantCulture);
    }

    /// <summary>The name, and that it is a number, in its unit if it has one.</summary>
    public override string ToString() => Unit is null ? $"{Name}: a number" : $"{Name}: a number ({Unit})";

    /// <summary>(number − mean)/deviation.</summary>
    internal override Matrix<T> Encode<T>(TargetColumn target, ReadOnlySpan<int> rows, int outputs)
    {
        ReadOnlySpan<double> numbers = target.Numbers().Span;
        Matrix<T> encoded = new(1, rows.Length);
        for (int first = 0; first < rows.Length; first += Portion)
        {
            ReadOnlySpan<int> some = rows.Slice(first, Math.Min(Portion, rows.Length - first));
            Matrix<double> values = new(1, some.Length, Tables.Rows.Pick(numbers, some));
            Scaling.Apply(values, values);
            Precision.Narrow(values.Values, encoded.Slice(first, some.Length).Values);
        }
        return encoded;
    }
}
