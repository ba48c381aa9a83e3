using System.Numerics;
using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Encodings;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>An encoding of every kind of feature comes back from a file; one that makes no sense does not.</summary>
public sealed class ModelFileEncodingTests
{
    [Test]
    public void Every_kind_of_feature_comes_back_and_predicts_the_same_bits([Values] ScalingKind scaling)
    {
        AssertRoundTrip<float>(scaling);
        AssertRoundTrip<double>(scaling);
    }

    [TestCase("features.0.kind", "\"numbers\"")]
    [TestCase("features.0.kind", "\"category\"")]
    [TestCase("features.0.kind", "\"text\"")]
    [TestCase("features.0.levels", "[]")]
    [TestCase("features.0.more", "1")]
    [TestCase("features.1.kind", "\"number\"")]
    [TestCase("features.1.levels", "[]")]
    [TestCase("features.1.levels", """["female"]""")]
    [TestCase("features.1.levels", """["female","female"]""")]
    [TestCase("features.1.levels", """["female",null]""")]
    [TestCase("features.1.levels", """["female","male","other"]""")]
    [TestCase("features.1.levels", "")]
    [TestCase("features.2.levels", """["Bern","Graz"]""")]
    [TestCase("features.4", "")]
    [TestCase("encoding.scaling", "\"Standard\"")]
    [TestCase("encoding.scaling", "\"none\"")]
    [TestCase("encoding.scaling", "\"1\"")]
    [TestCase("encoding.scaling", "\"quantile\"")]
    [TestCase("encoding.landmarks", "2")]
    [TestCase("encoding.more", "1")]
    [TestCase("encoding.parts", "[]")]
    [TestCase("encoding.parts.0", "null")]
    [TestCase("encoding.parts.0", "")]
    [TestCase("encoding.parts.0", """{"feature":0,"part":"missing"}""")]
    [TestCase("encoding.parts.0.feature", "-1")]
    [TestCase("encoding.parts.0.feature", "1")]
    [TestCase("encoding.parts.0.feature", "5")]
    [TestCase("encoding.parts.0.feature", "2147483648")]
    [TestCase("encoding.parts.0.part", "\"hope\"")]
    [TestCase("encoding.parts.0.part", "\"one-hot\"")]
    [TestCase("encoding.parts.0.value", "")]
    [TestCase("encoding.parts.0.value", "\"NaN\"")]
    [TestCase("encoding.parts.0.value", "\"Infinity\"")]
    [TestCase("encoding.parts.1.value", "1")]
    [TestCase("encoding.parts.10.value", "1")]
    [TestCase("encoding.parts.10.value", "0")]
    [TestCase("encoding.parts.10.value", "1.5")]
    [TestCase("encoding.parts.10.value", "65537")]
    [TestCase("encoding.parts.10.value", "1e300")]
    [TestCase("encoding.parts.0.more", "1")]
    [TestCase("encoding.notes.0", "null")]
    [TestCase("encoding.notes.0.text", "null")]
    public void What_makes_no_sense_is_refused(string place, string json)
    {
        ModelFormatException? refusal = Measured.Refusal(Documents.MixedWith(place, json));
        Assert.That(refusal, Is.Not.Null);
        Assert.That(refusal!.Where, Does.StartWith("hostile"));
    }

    [TestCase("features.2.levels", """["a","b","c"]""")]
    [TestCase("encoding.parts.0.value", "-1e308")]
    [TestCase("encoding.notes", "[]")]
    [TestCase("encoding.scaling", "\"minmax\"")]
    public void What_makes_sense_is_read(string place, string json) =>
        Assert.That(Measured.Refusal(Documents.MixedWith(place, json)), Is.Null);

    [Test]
    public void The_original_has_the_words_where_the_tests_look_for_them() =>
        Assert.That(Examples.Mixed<float>().Encoding.Parts[10], Is.TypeOf<FeatureHashing>());

    [TestCase("features", "[", """{"name":"a","kind":"text"},""", """{"name":"a","kind":"text"}]""")]
    [TestCase("features.2.levels", "[", "\"a\",", "\"a\"]")]
    [TestCase("encoding.parts", "[", """{"feature":2,"part":"other"},""", """{"feature":2,"part":"other"}]""")]
    [TestCase("encoding.notes", "[", """{"feature":"","text":""},""", "null]")]
    public void Ten_megabytes_of_anything_are_refused_soon(string place, string begin, string repeated, string end)
    {
        string json = begin + new StringBuilder().Insert(0, repeated, 10_000_000 / repeated.Length) + end;
        Assert.That(Measured.Refusal(Documents.MixedWith(place, json)), Is.Not.Null);
    }

    [Test]
    public void With_any_byte_wrong_it_is_refused_or_still_a_valid_model()
    {
        byte[] whole = Examples.Written(Examples.Mixed<float>());
        Generator random = new(3);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] = (byte)random.NextBelow(256);
            Assert.DoesNotThrow(() => Measured.Refusal(changed), $"byte {i}");
            Assert.DoesNotThrow(() => Measured.Refusal(whole[..i]), $"{i} bytes");
        }
    }

    [TestCase("encoding.landmarks", "")]
    [TestCase("encoding.landmarks", "0")]
    [TestCase("encoding.landmarks", "-1")]
    [TestCase("encoding.landmarks", "7")]
    [TestCase("encoding.landmarks", "2147483647")]
    [TestCase("encoding.scaling", "\"robust\"")]
    [TestCase("encoding.parts.4.part", "\"season\"")]
    public void Landmarks_that_make_no_sense_are_refused(string place, string json) =>
        Assert.That(Measured.Refusal(Documents.QuantileWith(place, json)), Is.Not.Null);

    private static void AssertRoundTrip<T>(ScalingKind scaling)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Model<T> model = Examples.Mixed<T>(scaling);
        byte[] written = Examples.Written(model);
        Model<T> read = Examples.Read<T>(written);
        EncodingAssert.Same(read.Encoding, model.Encoding);
        Assert.That(Examples.Written(read), Is.EqualTo(written));
        Table table = Columns.Many(100);
        Matrix<double> expected = model.Predict(table.Features, table.Schema);
        Bits.AssertSame<double>(read.Predict(table.Features, table.Schema).Values, expected.Values, "predictions");
        Assert.That(expected.Values.ToArray(), Is.All.Matches<double>(double.IsFinite));
    }
}
