using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing.Charts;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>How a model divides a plane: regions, the lines between them, and the samples.</summary>
/// <param name="model">The model.</param>
/// <param name="table">The samples.</param>
/// <param name="section">The plane.</param>
/// <param name="language">The language of its words.</param>
internal sealed class BoundaryPicture(Model<float> model, Table table, Section section, Language language)
{
    private const int MostSamples = 1500;

    private static readonly Caption Shading = new(
        "The darker, the more probable the class; the line is where it changes.",
        "濃いほどそのクラスの確率が高い。線はクラスの境界。"
    );
    private static readonly Caption Heights = new(
        "The darker, the larger the prediction; lines are of one height.",
        "濃いほど予測値が大きい。線は等高線。"
    );
    private static readonly Caption Markers = new(
        "Full markers: rows learned from; hollow ones: validation rows.",
        "塗りつぶし：訓練データ、白抜き：検証データ。"
    );
    private static readonly Caption Border = new("boundary", "境界");
    private static readonly Caption Height = new("one height", "等高線");
    private static readonly Caption Validation = new("validation", "検証データ");
    private static readonly Caption Rows = new("rows of the data", "データの行");
    private static readonly Caption Left = new(
        "rows are not drawn: too many, or a cell is missing.",
        "行は描いていない（多すぎるか、欠損値がある）。"
    );

    /// <summary>The rows that chose the best epoch, hollow in the picture.</summary>
    internal IReadOnlySet<int> ValidationRows { get; init; } = new HashSet<int>();

    /// <summary>What was trained.</summary>
    internal IReadOnlyList<string> Notes { get; init; } = [];

    private static Caption Title(bool isClass, string target) =>
        isClass
            ? new($"Decision boundary: what the model says of {target}", $"決定境界：{target} の予測")
            : new($"Surface: what the model says of {target}", $"予測曲面：{target} の予測");

    internal Picture Create()
    {
        Grid grid = new(section.X, section.Y);
        Matrix<double> predictions = section.Predict(grid.Places);
        bool isClass = model.Target is ClassTarget;
        int[] drawn = Drawn();
        IEnumerable<ChartLayer> surface = model.Target is ClassTarget classes
            ? ClassSurface.Layers(classes, grid, predictions, Border.In(language))
            : NumberSurface.Layers(grid, predictions, Height.In(language));
        Chart chart = new(
            Path.GetFileName(table.Source),
            section.X,
            section.Y,
            [.. surface.Where(layer => layer is not PlaceNames), .. Samples(drawn), .. surface.OfType<PlaceNames>()]
        )
        {
            Width = 620,
            Height = 440,
        };
        string[] left =
            drawn.Length < table.Rows ? [$"{table.Rows - drawn.Length} / {table.Rows} {Left.In(language)}"] : [];
        return new Picture(Title(isClass, model.Target.Name).In(language), [chart])
        {
            Notes = [Explanation(isClass), .. Notes, .. section.Notes, .. left],
        };
    }

    private string Explanation(bool isClass)
    {
        string shading = (isClass ? Shading : Heights).In(language);
        string between = language == Language.English ? " " : "";
        return ValidationRows.Count == 0 ? shading : $"{shading}{between}{Markers.In(language)}";
    }

    /// <summary>Rows with a place on the plane; of very many only some.</summary>
    private int[] Drawn()
    {
        int[] placed =
        [
            .. section
                .Samples.Index()
                .Where(sample => double.IsFinite(sample.Item.X) && double.IsFinite(sample.Item.Y))
                .Select(sample => sample.Index),
        ];
        int stride = (placed.Length + MostSamples - 1) / MostSamples;
        return [.. placed.Where((_, i) => i % Math.Max(1, stride) == 0)];
    }

    private IEnumerable<ChartLayer> Samples(int[] drawn)
    {
        if (table.Target is not { } target)
        {
            return [new Dots("rows", Rows.In(language), 6, "hollow", Places(drawn))];
        }
        (string Name, int[] Rows)[] groups = model.Target is ClassTarget { Classes: var classes }
            ? ByClass(target, classes, drawn)
            : ByThird(target, drawn);
        return groups.Index().SelectMany(group => Layers(group.Index, group.Item.Name, group.Item.Rows));
    }

    private IEnumerable<ChartLayer> Layers(int style, string name, int[] rows)
    {
        int[] learned = [.. rows.Where(row => !ValidationRows.Contains(row))];
        int[] judging = [.. rows.Where(ValidationRows.Contains)];
        yield return new Dots($"training.{style}", name, style, "full", Places(learned));
        if (judging.Length > 0)
        {
            yield return new Dots(
                $"validation.{style}",
                $"{name} ({Validation.In(language)})",
                style,
                "hollow",
                Places(judging)
            );
        }
    }

    private static (string, int[])[] ByClass(TargetColumn target, IReadOnlyList<string> classes, int[] drawn)
    {
        ReadOnlyMemory<int> codes = target.CodesAmong(classes);
        return [.. classes.Select((name, code) => (name, drawn.Where(row => codes.Span[row] == code).ToArray()))];
    }

    /// <summary>Rows with small, middle and large numbers, as many of each.</summary>
    private static (string, int[])[] ByThird(TargetColumn target, int[] drawn)
    {
        ReadOnlyMemory<double> numbers = target.Numbers();
        int[] order = [.. drawn.OrderBy(row => numbers.Span[row])];
        return
        [
            .. order
                .Chunk(Math.Max(1, (order.Length + 2) / 3))
                .Select(rows => (NumberSurface.Range(numbers.Span[rows[0]], numbers.Span[rows[^1]]), rows)),
        ];
    }

    private (double, double)[] Places(int[] rows) => [.. rows.Select(row => section.Samples[row])];
}
