using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Models.Rows;

/// <summary>A model of every kind of column that nobody trained, for rows of typed values.</summary>
internal static class RowModels
{
    internal static IReadOnlyList<Feature> Schema { get; } =
    [
        new NumberFeature("age"),
        new NumberFeature("petal length (cm)"),
        new CategoryFeature("city", ["Bern", "Graz", "Tokyo"]),
        new CategoryFeature("is_member", ["False", "True"]),
        new CategoryFeature("rooms", ["1.0", "2", "3"]),
        new DateFeature("since"),
        new TextFeature("note", ["red wine", "white"]),
    ];

    private static readonly double[] Rows =
    [
        .. (double[])[29, 1.5, 0, 0, 0, 1.25, 0],
        .. (double[])[35, 2.5, 1, 1, 1, 900, 1],
        .. (double[])[double.NaN, 4, 2, 1, 2, 7000, 0],
        .. (double[])[60, 5, 2, 0, 2, 20000, 1],
    ];

    internal static Model<T> Create<T>(ModelTarget? target = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TableEncoding encoding = TableEncoding.Fit(
            Schema,
            new Nn.Numerics.Matrix<double>(Schema.Count, 4, Rows),
            new EncodingOptions { WordBuckets = 3 }
        );
        ModelTarget predicted = target ?? Examples.Classes(3);
        Architecture architecture = Architecture
            .WithInputs(encoding.Outputs)
            .Dense(predicted.Outputs, target is NumberTarget ? Activation.Identity : Activation.Softmax);
        SequentialNetwork<T> network = Examples.Model<T>(architecture, predicted).Network;
        return new Model<T>(encoding, network, predicted, Provenance.Unknown);
    }
}
