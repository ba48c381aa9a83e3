using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;

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
        ProductReference.Multiply(A, new Matrix<double>(2, 3, [7, 8, 9, 10, 11, 12]).Transposed, c);
        Assert.That(c.Values.ToArray(), Is.EqualTo(Expected));
    }

    [Test]
    public void Multiplies_a_transposed_matrix()
    {
        Matrix<double> c = new(2, 2);
        ProductReference.Multiply(new Matrix<double>(3, 2, [1, 2, 3, 4, 5, 6]).Transposed, B, c);
        Assert.That(c.Values.ToArray(), Is.EqualTo(Expected));
    }

    private static readonly TestCaseData[] Misfits =
    [
        Misfit("A·B, inner", () => ProductReference.Multiply(A, A, new Matrix<double>(2, 3))),
        Misfit("A·B, rows", () => ProductReference.Multiply(A, B, new Matrix<double>(3, 2))),
        Misfit("A·B, columns", () => ProductReference.Multiply(A, B, new Matrix<double>(2, 1))),
        Misfit("A·Bᵀ, inner", () => ProductReference.Multiply(A, B.Transposed, new Matrix<double>(2, 3))),
        Misfit("A·Bᵀ, columns", () => ProductReference.Multiply(A, A.Transposed, new Matrix<double>(2, 1))),
        Misfit("Aᵀ·B, inner", () => ProductReference.Multiply(A.Transposed, B, new Matrix<double>(3, 2))),
        Misfit("Aᵀ·B, rows", () => ProductReference.Multiply(A.Transposed, A, new Matrix<double>(2, 3))),
        Misfit("A·B + s, inner", () => ProductReference.MultiplyAdd(A, A, new double[2], new Matrix<double>(2, 3))),
        Misfit("A·B + s, long", () => ProductReference.MultiplyAdd(A, B, new double[3], new Matrix<double>(2, 2))),
        Misfit("A·B + s, short", () => ProductReference.MultiplyAdd(A, B, new double[1], new Matrix<double>(2, 2))),
    ];

    [TestCaseSource(nameof(Misfits))]
    public void Sizes_that_do_not_fit_are_refused(Action misfit) =>
        Assert.That(() => misfit(), Throws.TypeOf<ArgumentException>());

    private static TestCaseData Misfit(string what, Action misfit) => new TestCaseData(misfit).SetArgDisplayNames(what);

    [Test]
    public void Adds_a_column_to_every_column()
    {
        Matrix<double> c = new(2, 2);
        ProductReference.MultiplyAdd(A, B, [1000, 2000], c);
        Assert.That(c.Values.ToArray(), Is.EqualTo((double[])[1058, 2139, 1064, 2154]));
    }
}
