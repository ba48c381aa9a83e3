using System.Numerics;
using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Files;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SafetensorsRoundTripTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Any bits at all: infinities, subnormals and every NaN among them.</summary>
    private static readonly Gen<T> Number = Gen.OneOf(
        Gen.Elements(T.Zero, T.NegativeZero, T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.Epsilon, T.One),
        Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i), 8).Select(bytes => MemoryMarshal.Read<T>(bytes))
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements("", "W1", "名前", "🧠", "\"", "\\", "\0", "\u001F\u007F\u2028", "e\u0301", "a/b.c", "{", "__"),
        Gen.ArrayOf(Gen.Choose(0, 0xD7FF).Select(i => (char)i)).Select(characters => new string(characters))
    );

    private static readonly Gen<SafetensorsFile> File =
        from names in Gen.ListOf(Text.Where(name => name != "__metadata__"))
        from metadata in Gen.ListOf(Text.Two())
        from tensors in Gen.CollectToList(names.Distinct(), TensorNamed)
        select new SafetensorsFile(
            metadata.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)),
            tensors
        );

    private static Gen<Tensor> TensorNamed(string name) =>
        from shape in Gen.ArrayOf(Gen.Choose(0, 4)).Resize(3)
        from values in Gen.ArrayOf(Number, shape.Aggregate(1, (product, size) => product * size))
        select (Tensor)new Tensor<T>(name, shape, values);

    [Test]
    public void What_was_written_is_read() =>
        Prop.ForAll(
                File.ToArbitrary(),
                file =>
                {
                    byte[] bytes = Safetensors.Written(file);
                    SafetensorsFile read = Safetensors.Read(bytes);
                    Assert.That(read.Metadata, Is.EqualTo(file.Metadata));
                    Assert.That(read.Tensors, Has.Count.EqualTo(file.Tensors.Count));
                    foreach ((Tensor expected, Tensor actual) in file.Tensors.Zip(read.Tensors))
                    {
                        Assert.That(actual.Name, Is.EqualTo(expected.Name));
                        Assert.That(actual.Shape, Is.EqualTo(expected.Shape));
                        Assert.That(Bits(actual), Is.EqualTo(Bits(expected)));
                    }
                    Assert.That(Safetensors.Written(read), Is.EqualTo(bytes));
                    Assert.That(Safetensors.Written(SafetensorsFile.Read(new Pipe(bytes), "")), Is.EqualTo(bytes));
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void The_numbers_begin_at_a_multiple_of_eight_bytes() =>
        Prop.ForAll(
                File.ToArbitrary(),
                file =>
                {
                    byte[] bytes = Safetensors.Written(file);
                    int numbers = file.Tensors.Sum(tensor => tensor.Count) * Marshal.SizeOf<T>();
                    return (bytes.Length - numbers) % 8 == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    private static byte[] Bits(Tensor tensor) => MemoryMarshal.AsBytes(tensor.As<T>().Values.Span).ToArray();
}
