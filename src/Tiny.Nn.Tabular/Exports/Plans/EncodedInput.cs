using System.Collections.Immutable;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Exports.Formulas;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>An input of a network as a function of one number: of a cell, or of a count of words.</summary>
/// <param name="Name">What the function is called.</param>
/// <param name="Formula">The function of the number and of some constants.</param>
/// <param name="Source">Where the number is.</param>
/// <param name="At">Its place there.</param>
/// <param name="Constants">The constants, and what the function calls them.</param>
/// <param name="Feature">The column's name.</param>
internal sealed record EncodedInput(
    string Name,
    IFormula Formula,
    Vector Source,
    int At,
    IReadOnlyList<(string Name, double Value)> Constants,
    string Feature
)
{
    /// <summary>The quantiles among which the number has its place, where that scales it; else empty.</summary>
    internal ImmutableArray<double> Landmarks { get; private init; } = [];

    /// <summary>The inputs that a part of an encoding makes, before they are scaled: one line for each kind of part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="given">The feature as the cells are counted by: its levels may be others than the part's.</param>
    /// <param name="cells">The cells of a row.</param>
    /// <param name="words">Counts the words of a column in so many places, and says where.</param>
    internal static IEnumerable<EncodedInput> Of(
        FeatureEncoding part,
        Feature given,
        Vector cells,
        Func<int, int, Vector> words
    )
    {
        EncodedInput Cell(string name, IFormula formula, params IReadOnlyList<(string, double)> constants) =>
            new(name, formula, cells, part.Source, constants, part.Feature.Name);

        return part switch
        {
            ImputedNumber number => [Cell("number", default(Filled), ("fill", number.Fill))],
            PiecewiseLinear bins => bins.Edges.Zip(
                bins.Edges.Skip(1),
                (low, high) => Cell("bin", default(Binned), ("fill", bins.Fill), ("low", low), ("width", high - low))
            ),
            TwoLevels =>
            [
                Cell(
                    "either level",
                    default(EitherLevel),
                    ("first", PlaceOf(part, given, 0)),
                    ("second", PlaceOf(part, given, 1))
                ),
            ],
            OneHotLevels => Enumerable
                .Range(0, part.Outputs)
                .Select(level => Cell("is level", default(IsLevel), ("level", PlaceOf(part, given, level)))),
            InfrequentCategory => Others(part, given) is { Length: > 1 } others
                ? [Cell("is other level", new IsAnyLevel(others))]
                : [Cell("is level", default(IsLevel), ("level", LevelPlaces.Unseen))],
            DateTrend trend =>
            [
                Cell("year", default(YearOf), ("fill", trend.Fill)),
                Cell("number", default(Filled), ("fill", trend.Fill)),
            ],
            DateSeason =>
            [
                Cell("month sine", new OnCircle(DateField.MonthSine)),
                Cell("month cosine", new OnCircle(DateField.MonthCosine)),
                Cell("weekday sine", new OnCircle(DateField.WeekdaySine)),
                Cell("weekday cosine", new OnCircle(DateField.WeekdayCosine)),
            ],
            HourOfDay =>
            [
                Cell("hour sine", new OnCircle(DateField.HourSine)),
                Cell("hour cosine", new OnCircle(DateField.HourCosine)),
            ],
            FeatureHashing hashing => Words(hashing, words(hashing.Source, hashing.Outputs)),
            MissingIndicator => [Cell("is missing", default(IsMissing))],
            _ => throw new ArgumentException($"A {part.GetType().Name} has no line here.", nameof(part)),
        };
    }

    /// <summary>The place of a part's level among those that cells are counted by; NaN where it is none of them.</summary>
    private static double PlaceOf(FeatureEncoding part, Feature given, int level)
    {
        int place = Array.IndexOf(Known(part, given), level);
        return place < 0 ? double.NaN : place;
    }

    /// <summary>The places of the cells whose levels a part does not know.</summary>
    private static int[] Others(FeatureEncoding part, Feature given) =>
        [LevelPlaces.Unseen, .. Known(part, given).Index().Where(level => level.Item < 0).Select(level => level.Index)];

    /// <summary>Of each level that cells are counted by its place among those of a part.</summary>
    private static int[] Known(FeatureEncoding part, Feature given)
    {
        CategoryFeature levels = (CategoryFeature)given;
        LevelPlaces places = new((CategoryFeature)part.Feature, levels);
        return [.. Enumerable.Range(0, levels.Levels.Count).Select(level => places.Find(level))];
    }

    private static IEnumerable<EncodedInput> Words(FeatureHashing hashing, Vector counts) =>
        Enumerable
            .Range(0, hashing.Outputs)
            .Select(place => new EncodedInput("count", default(Given), counts, place, [], hashing.Feature.Name));

    /// <summary>The same input, brought to scale: y = (x − m)·f, and clipped or not.</summary>
    internal EncodedInput Scale(double center, double factor, bool isClipped, double largest, bool isAmount)
    {
        if (!isAmount && !isClipped && center == 0 && factor == 1)
        {
            return this;
        }
        return this with
        {
            Name = (isClipped ? "clipped " : "scaled ") + Name,
            Formula = new Scaled(Formula, 1 + Constants.Count, isClipped, largest),
            Constants = [.. Constants, ("center", center), ("factor", factor)],
        };
    }

    /// <summary>The same input, to be brought to scale by its place among quantiles.</summary>
    internal EncodedInput Rank(ImmutableArray<double> landmarks) => this with { Landmarks = landmarks };

    /// <summary>Whether another input, right behind this one, can be made in one step with it.</summary>
    /// <param name="next">The other input.</param>
    /// <param name="step">How far their numbers are apart in that step; null where there is none yet.</param>
    internal bool GoesOn(EncodedInput next, int? step) =>
        next.Formula.Equals(Formula)
        && next.Landmarks.Length == Landmarks.Length
        && next.Source == Source
        && next.At - At is 0 or 1
        && (step is null || next.At - At == step)
        && (next.At != At || next.Feature == Feature);
}
