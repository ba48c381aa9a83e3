using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PanelsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [TestCase(1, 1, 3)]
    [TestCase(3, 2, 3)]
    [TestCase(7, 5, 6)]
    [TestCase(13, 4, 6)]
    [TestCase(24, 3, 24)]
    public void A_panel_holds_its_rows_column_after_column(int rows, int columns, int height)
    {
        Matrix<T> a = Samples.Matrix<T>(rows, columns);
        int panels = (rows + height - 1) / height;
        T[] asItLies = new T[panels * height * columns];
        T[] transposed = new T[panels * height * columns];
        Panels.Pack(new StridedView<T>(a), rows, columns, height, asItLies.AsSpan());
        Matrix<T> turned = Turned(a);
        Panels.Pack(new StridedView<T>(turned.Transposed), rows, columns, height, transposed.AsSpan());
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int place = row / height * height * columns + column * height + row % height;
                Assert.That(asItLies[place], Is.EqualTo(a[row, column]));
                Assert.That(transposed[place], Is.EqualTo(a[row, column]));
            }
        }
    }

    private static Matrix<T> Turned(Matrix<T> a)
    {
        Matrix<T> turned = new(a.Columns, a.Rows);
        for (int row = 0; row < a.Rows; row++)
        {
            for (int column = 0; column < a.Columns; column++)
            {
                turned[column, row] = a[row, column];
            }
        }
        return turned;
    }
}
