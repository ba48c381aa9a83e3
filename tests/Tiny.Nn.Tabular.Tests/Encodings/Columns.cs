using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>A table of every kind of feature, and what single features become.</summary>
internal static class Columns
{
    internal const double Hole = double.NaN;

    internal static IReadOnlyList<Feature> Schema { get; } =
    [
        new NumberFeature("age"),
        new CategoryFeature("sex", ["female", "male"]),
        new CategoryFeature("city", ["Bern", "Graz", "Linz", "Nice", "Oslo", "Rome"]),
        new DateFeature("when"),
        new TextFeature("note", ["red red wine", "white wine", "Straße 7"]),
    ];

    /// <summary>Eight rows. Linz has no row, and of the others Nice and Oslo one each.</summary>
    internal static Matrix<double> Cells { get; } =
        Matrices.Rows<double>(
            [29, Hole, 40, 50, Hole, 60, 70, 80],
            [0, 1, 1, Hole, 0, 1, 0, 1],
            [0, 0, 1, 1, 3, 4, 5, 5],
            [0, 1.5, Hole, 59, 365, 7000, 20000.25, 20001],
            [0, 1, 2, Hole, 0, 1, 2, 0]
        );

    /// <summary>A table of it that is long enough to train on.</summary>
    internal static Table Many(int rows, ulong seed = 1)
    {
        Generator generator = new(seed);
        Matrix<double> cells = new(Schema.Count, rows);
        string[] targets = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            int city = generator.NextBelow(6);
            int note = generator.NextBelow(3);
            double[] sample =
            [
                generator.NextBelow(4) == 0 ? Hole : 20 + generator.NextBelow(60),
                generator.NextBelow(9) == 0 ? Hole : generator.NextBelow(2),
                city,
                generator.NextBelow(9) == 0 ? Hole : 10000 + 1000 * generator.NextUniform(),
                note,
            ];
            for (int i = 0; i < sample.Length; i++)
            {
                cells[i, row] = sample[i];
            }
            targets[row] = city % 2 == note % 2 ? "even" : "odd";
        }
        return new Table(Schema, cells, new TargetColumn("sort", targets));
    }

    internal static TableEncoding Fit(EncodingOptions options) => TableEncoding.Fit(Schema, Cells, options);

    /// <summary>The inputs that one feature's cells become: inputs × samples, unscaled.</summary>
    internal static double[][] Encoded(FeatureEncoding part, params double[] cells)
    {
        Matrix<double> result = new(part.Outputs + 2, cells.Length);
        result.Values.Fill(77);
        part.Encode(cells, 1, result, 1);
        double[][] columns = [.. Enumerable.Range(0, cells.Length).Select(i => result.Column(i).ToArray())];
        Assert.That(columns.Select(column => column[0] + column[^1]), Is.All.EqualTo(154), "only its own inputs");
        return [.. columns.Select(column => column[1..^1])];
    }
}
