using System.Runtime.InteropServices;
using System.Text;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

[TestFixture]
public sealed class SafetensorsFileTests
{
    private static readonly float[] Two = [1, -2];
    private static readonly double[] Half = [0.5];

    [Test]
    public void A_tiny_file_has_exactly_these_bytes()
    {
        SafetensorsFile file = new(
            [new("b", "\"\\\n"), new("a", "é")],
            [
                new Tensor<float>("w", [2], Two),
                new Tensor<double>("s", [], Half),
                new Tensor<float>("none", [0, 3], ReadOnlyMemory<float>.Empty),
            ]
        );

        const string header =
            "{'__metadata__':{'a':'é','b':'\\'\\\\\\u000A'},"
            + "'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'s':{'dtype':'F64','shape':[],'data_offsets':[8,16]},"
            + "'none':{'dtype':'F32','shape':[0,3],'data_offsets':[16,16]}}";
        byte[] text = Encoding.UTF8.GetBytes(header.Replace('\'', '"'));
        byte[] spaces = Enumerable.Repeat((byte)' ', (8 - text.Length % 8) % 8).ToArray();
        byte[] expected = Safetensors.File(
            [.. text, .. spaces],
            [0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F]
        );
        Assert.That(Safetensors.Written(file), Is.EqualTo(expected));
    }

    [Test]
    public void A_file_with_nothing_in_it_is_an_empty_object() =>
        Assert.That(
            Safetensors.Written(new SafetensorsFile([], [])),
            Is.EqualTo(new byte[] { 8, 0, 0, 0, 0, 0, 0, 0 }.Concat("{}      "u8.ToArray()))
        );

    [Test]
    public void The_order_in_which_metadata_was_given_does_not_show()
    {
        byte[] one = Safetensors.Written(new SafetensorsFile([new("a", "1"), new("B", "2"), new("é", "3")], []));
        byte[] other = Safetensors.Written(new SafetensorsFile([new("é", "3"), new("a", "1"), new("B", "2")], []));
        Assert.That(one, Is.EqualTo(other));
    }

    [Test]
    public void A_hand_made_file_in_foreign_order_is_read_in_the_order_of_its_numbers()
    {
        SafetensorsFile file = Safetensors.Read(
            Safetensors.File(
                """
                {"b" : {"data_offsets":[4, 12],"shape":[1],"dtype":"F64"}, "a":{"dtype":"F32","shape":[1,1],"data_offsets":[0,4]}}
                """,
                [0, 0, 0x80, 0x3F, 0, 0, 0, 0, 0, 0, 0xE0, 0x3F]
            )
        );
        Assert.That(string.Join(' ', file.Tensors.Select(tensor => tensor.Name)), Is.EqualTo("a b"));
        Assert.That(file.Tensors[0].ElementType, Is.EqualTo(ElementType.F32));
        Assert.That(string.Join(' ', file.Tensors[0].Shape), Is.EqualTo("1 1"));
        Assert.That(file.Tensors[0].As<float>().Values.ToArray().Single(), Is.EqualTo(1f));
        Assert.That(file.Tensors[1].As<double>().Values.ToArray().Single(), Is.EqualTo(0.5));
        Assert.That(file.Metadata, Is.Empty);
        Assert.That(file.Source, Is.EqualTo("some.model"));
    }

    [Test]
    public void It_is_read_from_where_the_stream_stands()
    {
        byte[] bytes = [1, 2, 3, .. Safetensors.Written(Safetensors.Small())];
        using MemoryStream stream = new(bytes) { Position = 3 };
        Assert.That(Safetensors.Written(SafetensorsFile.Read(stream, "x")), Is.EqualTo(bytes[3..]));
    }

    [Test]
    public void Many_numbers_come_through_a_pipe_of_unknown_length()
    {
        float[] values = [.. Enumerable.Range(0, 70_001).Select(i => (float)i)];
        byte[] bytes = Safetensors.Written(new SafetensorsFile([], [new Tensor<float>("w", [values.Length], values)]));
        SafetensorsFile file = SafetensorsFile.Read(new Pipe(bytes), "pipe");
        Assert.That(file.Values<float>("w", values.Length).Span.SequenceEqual(values));
        Assert.That(Safetensors.Written(file), Is.EqualTo(bytes));
    }

    [Test]
    public void What_must_be_there_is_found_or_told()
    {
        SafetensorsFile file = Safetensors.Read(Safetensors.Written(Safetensors.Small()));
        Assert.That(file.Text("format"), Is.EqualTo("tiny"));
        Assert.That(file.Values<float>("W1", 2, 3).Length, Is.EqualTo(6));
        Assert.That(file.Values<double>("b1").Length, Is.EqualTo(1));
        Assert.That(
            () => file.Text("schema"),
            Throws.TypeOf<ModelFormatException>().With.Property("Where").EqualTo("some.model, metadata key 'schema'")
        );
        Told(() => file.Values<float>("W2", 2, 3), "W2", "not there");
        Told(() => file.Values<double>("W1", 2, 3), "W1", "F32, not F64");
        Told(() => file.Values<float>("W1", 3, 2), "W1", "[2, 3], not [3, 2]");

        static void Told(Action find, string name, string what) =>
            Assert.That(
                find,
                Throws
                    .TypeOf<ModelFormatException>()
                    .With.Property("Where")
                    .EqualTo($"some.model, tensor '{name}'")
                    .And.Property("What")
                    .Contains(what)
            );
    }

    [Test]
    public void What_cannot_be_written_is_refused_when_it_is_made()
    {
        Tensor<float> w = new("w", [1], new float[1]);
        Assert.That(() => new SafetensorsFile([], [w, w]), Throws.ArgumentException);
        Assert.That(() => new SafetensorsFile([new("\uD800", "")], []), Throws.ArgumentException);
        Assert.That(() => new SafetensorsFile([new("", "\uDC00")], []), Throws.ArgumentException);
        Assert.That(() => new SafetensorsFile([new("a", ""), new("a", "")], []), Throws.ArgumentException);
        Assert.That(() => new Tensor<float>("\uD800", [1], new float[1]), Throws.ArgumentException);
        Assert.That(() => new Tensor<float>("__metadata__", [1], new float[1]), Throws.ArgumentException);
        Assert.That(() => new Tensor<float>("w", [2], new float[1]), Throws.ArgumentException);
        Assert.That(() => new Tensor<float>("w", [-1, -1], new float[1]), Throws.ArgumentException);
        Assert.That(() => new Tensor<float>("w", [65536, 65536], new float[1]), Throws.ArgumentException);
        Assert.That(() => new Tensor<NFloat>("w", [1], new NFloat[1]), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => w.As<double>(), Throws.InvalidOperationException);
    }

    [Test]
    public void A_header_past_the_limit_is_not_written()
    {
        SafetensorsFile file = new([new("a", new string('x', SafetensorsHeader.MostBytes))], []);
        Assert.That(() => file.Write(Stream.Null), Throws.InvalidOperationException);
    }

    [Test]
    public void Bytes_are_exchanged_for_machines_of_the_other_order()
    {
        float[] single = [1f];
        double[] twice = [0.5];
        byte[] bytes = [1, 2];
        LittleEndian.Reverse<float>(single);
        LittleEndian.Reverse<double>(twice);
        LittleEndian.Reverse<byte>(bytes);
        Assert.That(BitConverter.SingleToUInt32Bits(single[0]), Is.EqualTo(0x0000803Fu));
        Assert.That(BitConverter.DoubleToUInt64Bits(twice[0]), Is.EqualTo(0xE03FuL));
        Assert.That(bytes, Is.EqualTo(new byte[] { 1, 2 }));
    }
}
