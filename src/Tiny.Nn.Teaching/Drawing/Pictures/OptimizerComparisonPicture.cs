using System.Globalization;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>Optimizers side by side: the loss by step, by evaluation, and on a map where there are two parameters.</summary>
internal static class OptimizerComparisonPicture
{
    /// <summary>The axis ends here: what is smaller is drawn at its end.</summary>
    private const double Smallest = 1e-12;

    /// <summary>So fine that the two sides of a narrow valley are seen, and not only where they meet a point.</summary>
    private const int Fineness = 5;

    /// <summary>What is less beside a line of one height lies on it.</summary>
    private const double Straight = 0.1;

    /// <summary>A line around so few squares of the grid has no shape.</summary>
    private const int LeastPieces = 12;

    private static readonly Caption Title = new("Optimizer race on", "最適化手法の競争：");
    private static readonly Caption BySteps = new("Loss by step", "ステップごとの損失");
    private static readonly Caption ByEvaluations = new("Loss by evaluation", "評価回数ごとの損失");
    private static readonly Caption Step = new("step", "ステップ");
    private static readonly Caption Evaluation = new("evaluations of loss and gradient", "損失と勾配の評価回数");
    private static readonly Caption Loss = new("loss", "損失");
    private static readonly Caption Map = new("The way of each, on lines of one height", "等高線の上の軌跡");
    private static readonly Caption Height = new("one height", "等高線");
    private static readonly Caption Minimum = new("minimum", "最小点");
    private static readonly Caption EvaluationNote = new(
        "A step of L-BFGS may take several evaluations: this is what each costs.",
        "L-BFGS は1ステップで何度か評価することがある。これが実際の手間。"
    );

    internal static Picture Create(
        string name,
        IReadOnlyList<OptimizerComparison> races,
        TestFunction? function,
        IReadOnlyList<string> notes,
        Language language
    )
    {
        List<Chart> charts =
        [
            Losses(races, BySteps, Step, "steps", (path, i) => i, language),
            Losses(races, ByEvaluations, Evaluation, "evaluations", (path, i) => path[i].Evaluations, language) with
            {
                Notes = [EvaluationNote.In(language)],
            },
        ];
        if (function is not null)
        {
            charts.Add(Ways(races, function, language));
        }
        return new Picture($"{Title.In(language)} {name}", charts) { Notes = notes };
    }

    private static Chart Losses(
        IReadOnlyList<OptimizerComparison> races,
        Caption name,
        Caption title,
        string id,
        Func<IReadOnlyList<DescentStep>, int, double> place,
        Language language
    )
    {
        double[] all = [.. races.SelectMany(race => race.Path).Select(step => step.Value)];
        int last = races.Max(race => (int)place(race.Path, race.Path.Count - 1));
        return new Chart(
            name.In(language),
            Axis.Counting(title.In(language), 0, Math.Max(1, last)),
            Axis.Powers(Loss.In(language), all.Where(loss => loss > 0).Select(loss => Math.Max(loss, Smallest))),
            [
                .. races
                    .Index()
                    .Select(race => new Curve(
                        $"{id}.{race.Item.Name}",
                        Label(race.Item),
                        race.Index,
                        [.. race.Item.Path.Select((step, i) => (place(race.Item.Path, i), step.Value))]
                    )
                    {
                        MarkEvery = Math.Max(1, race.Item.Path.Count / 8),
                    }),
            ]
        )
        {
            Width = 620,
            Height = 340,
        };
    }

    private static Chart Ways(IReadOnlyList<OptimizerComparison> races, TestFunction function, Language language)
    {
        (double X, double Y)[] ends = [function.Start, function.Minimum];
        double room = 0.35 * Math.Max(Math.Abs(ends[0].X - ends[1].X), Math.Abs(ends[0].Y - ends[1].Y)) + 0.3;
        Axis x = Axis.Between("x", ends.Min(end => end.X) - room, ends.Max(end => end.X) + room);
        Axis y = Axis.Between("y", ends.Min(end => end.Y) - room, ends.Max(end => end.Y) + room);
        Grid grid = new(x, y) { Fineness = Fineness };
        (double X, double Y)[] places = grid.Places;
        double[] unused = new double[2];
        double[,] heights = grid.Table(i => Math.Log10(1e-12 + function.Function([places[i].X, places[i].Y], unused)));
        double[] levels = [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3];
        ((double, double), (double, double))[] lines =
        [
            .. levels
                .SelectMany(level => JoinedLines.Of(Contour.Find(heights, level), Straight, LeastPieces))
                .SelectMany(line => line.Zip(line.Skip(1)))
                .Select(piece => (grid.At(piece.First.X, piece.First.Y), grid.At(piece.Second.X, piece.Second.Y))),
        ];
        return new Chart(
            Map.In(language),
            x,
            y,
            [
                new Borders("heights", Height.In(language), lines) { Kind = "faint" },
                .. races
                    .Index()
                    .Select(race => new Curve(
                        $"way.{race.Item.Name}",
                        race.Item.Name,
                        race.Index,
                        [.. race.Item.Places.Select(place => Inside(place, x, y))]
                    )
                    {
                        MarkEvery = Math.Max(1, race.Item.Places.Count / 10),
                    }),
                new Guide("minimum", Minimum.In(language), function.Minimum.X, function.Minimum.Y),
            ]
        )
        {
            Width = 620,
            Height = 420,
            Notes = [$"f(x, y) = {function.Formula}"],
        };
    }

    /// <summary>A place outside of the map interrupts the line.</summary>
    private static (double, double) Inside((double X, double Y) place, Axis x, Axis y) =>
        place.X >= x.Low && place.X <= x.High && place.Y >= y.Low && place.Y <= y.High
            ? place
            : (double.NaN, double.NaN);

    private static string Label(OptimizerComparison race)
    {
        string rate = race.LearningRate is { } given ? $" {given.ToString("g3", CultureInfo.InvariantCulture)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{race.Name}{rate}: {race.Final:g3}");
    }
}
