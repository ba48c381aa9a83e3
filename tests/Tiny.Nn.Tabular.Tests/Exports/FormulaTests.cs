using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Exports;

/// <summary>The formulas of exports that are not the engine's own: they equal what the engine does by other means.</summary>
public sealed class FormulaTests
{
    private static readonly DateFeature Date = new("day");

    [Test]
    public void Days_have_their_year_month_and_weekday([Values(0, 657000, 3506327)] int first)
    {
        // 400 years from the first day of the calendar on, those around 2000, and the last ones: all that leap years do.
        for (int day = first; day <= Math.Min(first + 146097, DateOnly.MaxValue.DayNumber); day++)
        {
            DateOnly date = DateOnly.FromDayNumber(day);
            CivilDay<Lane<double>> civil = CivilDay<Lane<double>>.Of(new Lane<double>(day - 719162));
            if (
                civil.Year.Value != date.Year
                || civil.Month.Value != date.Month
                || civil.Weekday.Value != (int)date.DayOfWeek
            )
            {
                Assert.Fail($"{date:yyyy-MM-dd} is {civil}");
            }
        }
    }

    [TestCase(double.NaN)]
    [TestCase(0)]
    [TestCase(-0.5)]
    [TestCase(19782.999)]
    [TestCase(19782.979)]
    [TestCase(19782.1)]
    [TestCase(1e9)]
    [TestCase(-1e9)]
    public void Places_on_circles_are_those_of_the_encoding(double days)
    {
        DateField[] fields =
        [
            DateField.MonthSine,
            DateField.MonthCosine,
            DateField.WeekdaySine,
            DateField.WeekdayCosine,
            DateField.HourSine,
            DateField.HourCosine,
        ];
        Matrix<double> expected = new(6, 1);
        new DateSeason(0, Date).Encode([days], 1, expected, 0);
        new HourOfDay(0, Date).Encode([days], 1, expected, 4);
        Assert.That(
            fields.Select(field => new OnCircle(field).Value<Lane<double>>([new Lane<double>(days)]).Value),
            Is.EqualTo(expected.Values.ToArray())
        );
    }

    [Test]
    public void A_formula_is_written_down_once_for_each_operation()
    {
        Body body = new Formula("square", ["x", "y"], default(SquaredDeviation)).Trace(24);
        Assert.That(
            body.Lines.Select(line => line.Operation),
            Is.EqualTo([Operation.Argument, Operation.Argument, Operation.Subtract, Operation.Multiply])
        );
    }
}
