using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Encodings that are the same to the last bit.</summary>
internal static class EncodingAssert
{
    internal static void Same(TableEncoding actual, TableEncoding expected)
    {
        Assert.That(actual.Schema.Select(Text), Is.EqualTo(expected.Schema.Select(Text)));
        Assert.That(actual.OutputNames, Is.EqualTo(expected.OutputNames));
        Assert.That(actual.Parts.Select(Text), Is.EqualTo(expected.Parts.Select(Text)));
        Assert.That(actual.Notes, Is.EqualTo(expected.Notes));
        Assert.That(actual.Scaling, Is.TypeOf(expected.Scaling.GetType()));
        Bits.AssertSame<double>([.. actual.Scaling.Center], [.. expected.Scaling.Center], "center");
        Bits.AssertSame<double>([.. actual.Scaling.Spread], [.. expected.Scaling.Spread], "spread");
        Bits.AssertSame<double>([.. Fills(actual)], [.. Fills(expected)], "fills");
    }

    private static string Text(Feature feature) =>
        $"{feature.GetType().Name} {feature.Name} {string.Join('|', (feature as CategoryFeature)?.Levels ?? [])}";

    private static string Text(FeatureEncoding part) => $"{part.GetType().Name} {part.Source} {part.Outputs}";

    private static IEnumerable<double> Fills(TableEncoding encoding) =>
        encoding.Parts.Select(part =>
            part is ImputedNumber number ? number.Fill
            : part is DateTrend date ? date.Fill
            : 0
        );
}
