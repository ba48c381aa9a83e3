using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Tests.Layers.Embeddings;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class CategoryEmbeddingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Of five inputs those from 1 to 3 are a category: E = (1 2 3; 4 5 6).</summary>
    private static readonly Matrix<T> Table = Matrices.Column<T>(1, 4, 2, 5, 3, 6);

    private static CategoryEmbedding<T> Layer => new(5, [(1, 3)], 2, Table);

    [Test]
    public void A_level_becomes_its_column_and_none_becomes_0()
    {
        Matrix<T> x = Matrices.Rows<T>([7, 7], [0, 0], [1, 0], [0, 0], [9, 9]);
        Matrix<T> y = new(4, 2);
        y.Values.Fill(T.NaN);
        Layer.Predict(x, y);
        Assert.That(y.ToDoubles(), Is.EqualTo([7, 2, 5, 9, 7, 0, 0, 9]));
    }

    [Test]
    public void Derivatives_as_by_hand()
    {
        Pass<T> pass = new(Matrices.Rows<T>([7, 7], [0, 1], [1, 0], [0, 0], [9, 9]), new(4, 2));
        Layer.Forward(in pass, new Generator(0));
        Matrix<T> gradient = new(6, 1);
        Matrix<T> dx = new(5, 2);
        gradient.Values.Fill(T.NaN);
        dx.Values.Fill(T.NaN);
        Layer.Backward(in pass, Matrices.Rows<T>([10, 30], [1, 2], [-1, 3], [20, 40]), dx, gradient);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([2, 3, 1, -1, 0, 0]));
        Assert.That(dx.ToDoubles(), Is.EqualTo([10, -3, -3, -3, 20, 30, 14, 19, 24, 40]));
    }

    /// <summary>The slow twin is a product with a matrix that has the tables on its diagonal.</summary>
    [Test]
    public void Several_blocks_are_a_product_with_a_sparse_matrix()
    {
        const int Width = 3;
        (int First, int Last)[] blocks = [(0, 1), (2, 5), (7, 7)];
        CategoryEmbedding<T> layer = new(9, blocks, Width, TestNumbers.Matrix<T>(Width * 7, 1));
        Matrix<T> sparse = new(layer.Outputs, 9);
        int output = 0;
        int level = 0;
        for (int input = 0; input < 9; input++)
        {
            int block = Array.FindIndex(blocks, one => one.First <= input && input <= one.Last);
            if (block < 0)
            {
                sparse[output++, input] = T.One;
                continue;
            }
            layer.Table.Column(level++).CopyTo(sparse.Column(input)[output..]);
            output += blocks[block].Last == input ? Width : 0;
        }
        Assert.That((layer.Outputs, output, level), Is.EqualTo((9 - 7 + 3 * Width, layer.Outputs, 7)));
        Matrix<T> x = TestNumbers.Matrix<T>(9, 6, seed: 1);
        Matrix<T> y = new(layer.Outputs, 6);
        Matrix<T> expected = new(layer.Outputs, 6);
        layer.Predict(x, y);
        Product.Multiply(sparse, x, expected);
        Assert.That(y.ToDoubles(), Is.EqualTo(expected.ToDoubles()).Within(1e-5));
    }

    [Test]
    public void Tables_start_normal_and_the_start_says_nothing_of_other_layers()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(1002)
            .Add(new CategoryEmbeddingDescription(InputRanges.OfBlocks((1, 1000)), 4))
            .Build<T>(new Generator(1));
        double[] table = network[network.Blocks.Single()].ToDoubles();
        Assert.That(table.Average(), Is.EqualTo(0).Within(5 / Math.Sqrt(4000)));
        Assert.That(table.Average(e => e * e), Is.EqualTo(1).Within(5 * Math.Sqrt(2.0 / 4000)));
        Assert.That($"{network.Architecture.Layers[0]}", Is.EqualTo("category, inputs 1-1000, width 4"));
        Assert.That((network.Outputs, network.Blocks.Single().Name), Is.EqualTo((6, "0.table")));
    }

    [Test]
    public void Settings_that_make_no_sense_are_refused()
    {
        InputRanges blocks = InputRanges.OfBlocks((0, 3));
        Assert.That(() => new CategoryEmbeddingDescription(null!), Throws.ArgumentNullException);
        Assert.That(() => new CategoryEmbeddingDescription(blocks, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => new CategoryEmbeddingDescription(blocks).Size(2),
            Throws.ArgumentException.With.Message.Contains("there are 2")
        );
        Assert.That(
            () => new CategoryEmbeddingDescription(InputRanges.OfBlocks((0, 1), (1, 1)), int.MaxValue).Size(3),
            Throws.ArgumentException.With.Message.Contains("too many")
        );
        Assert.That(() => Layer.Predict(new Matrix<T>(4, 1), new Matrix<T>(4, 1)), Throws.ArgumentException);
    }
}
