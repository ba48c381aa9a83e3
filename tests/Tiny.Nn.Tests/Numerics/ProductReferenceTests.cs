using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

public sealed class ProductReferenceTests
{
    // (1 2 3; 4 5 6) times (7 8; 9 10; 11 12) is (58 64; 139 154), column after column in memory.
    private static readonly Matrix<double> A = new(2, 3, [1, 4, 2, 5, 3, 6]);
    private static readonly Matrix<double> B = new(3, 2, [7, 9, 11, 8, 10, 12]);
    private static readonly double[] Expected = [58, 139, 64, 154];

    [Test]
    public void Multiplies_as_on_paper()
    {
        Matrix<double> c = new(2, 2);
        ProductReference.Multiply(A, B, c);
        Assert.That(c.Values.ToArray(), Is.EqualTo(Expected));
    }

    [Test]
    public void Multiplies_by_a_transposed_matrix()
    {
        Matrix<double> c = new(2, 2);
        ProductReference.Multiply(A, Scratch<double>.Transpose(B).Transposed, c);
        Assert.That(c.Values.ToArray(), Is.EqualTo(Expected));
    }

    [Test]
    public void Multiplies_a_transposed_matrix()
    {
        Matrix<double> c = new(2, 2);
        ProductReference.Multiply(Scratch<double>.Transpose(A).Transposed, B, c);
        Assert.That(c.Values.ToArray(), Is.EqualTo(Expected));
    }
}
