using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Curves;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>The plane in which the network's inputs vary most.</summary>
internal static class ComponentSection
{
    private static readonly Caption First = new("first principal component", "第1主成分");
    private static readonly Caption Second = new("second principal component", "第2主成分");
    private static readonly Caption Variance = new("% of variance", "% の分散");
    private static readonly Caption About = new(
        "A plane through the mean of the encoded inputs; samples are seen at right angles to it, so one may lie on the wrong side and still be right.",
        "符号化した入力の平均を通る平面。サンプルは平面への正射影なので、境界の反対側に見えても正しく分類されていることがある。"
    );

    internal static Section Create(Model<float> model, Table table, Language language)
    {
        Matrix<double> inputs = new(model.Encoding.Outputs, table.Rows);
        model.Encoding.Reading(table.Schema).Apply(table.Features, inputs);
        PrincipalPlane plane = PrincipalPlane.Fit(inputs);
        Model<float> plain = Unencoded(model);
        (double X, double Y)[] samples = plane.Project(inputs);
        return new Section(
            Section.AxisOf(Title(First, plane.VarianceShares[0], language), samples.Select(sample => sample.X)),
            Section.AxisOf(Title(Second, plane.VarianceShares[1], language), samples.Select(sample => sample.Y)),
            places => plain.Predict(plane.Place(places)),
            samples
        )
        {
            Notes = [About.In(language)],
        };
    }

    private static string Title(Caption name, double share, Language language) =>
        string.Create(CultureInfo.InvariantCulture, $"{name.In(language)} ({100 * share:F1} {Variance.In(language)})");

    /// <summary>The same for inputs that are encoded already; of several bags the first, for others have other inputs.</summary>
    private static Model<float> Unencoded(Model<float> model)
    {
        int inputs = model.Network.Inputs;
        string[] names = [.. Enumerable.Range(1, inputs).Select(i => $"input_{i}")];
        Standardization same = new([.. Enumerable.Repeat(0.0, inputs)], [.. Enumerable.Repeat(1.0, inputs)]);
        Bag<float> bag = new(TableEncoding.Standardized(names, same), model.Bags[0].Networks);
        return new Model<float>([bag], model.Target, Provenance.Unknown) { Calibration = model.Calibration };
    }
}
