using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Products;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PanelsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [TestCase(1, 1)]
    [TestCase(3, 2)]
    [TestCase(7, 5)]
    [TestCase(8, 4)]
    [TestCase(13, 4)]
    public void A_panel_of_rows_holds_column_after_column(int rows, int columns)
    {
        AssertRows<Lane<T>>(rows, columns);
        AssertRows<Lanes128<T>>(rows, columns);
        AssertRows<Lanes256<T>>(rows, columns);
        AssertRows<Lanes512<T>>(rows, columns);
    }

    [TestCase(1, 1)]
    [TestCase(5, 3)]
    [TestCase(4, 8)]
    [TestCase(6, 13)]
    public void Columns_come_in_groups_of_four(int rows, int columns)
    {
        Matrix<T> b = TestNumbers.Matrix<T>(rows, columns);
        foreach (bool turns in new[] { false, true })
        {
            T[] panels = new T[(columns + 3) / 4 * 4 * rows];
            Panels.PackColumns(turns ? new(Turned(b).Transposed) : new(b), columns, rows, panels);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    int place = column / 4 * 4 * rows + 4 * row + column % 4;
                    Assert.That(panels[place], Is.EqualTo(b[row, column]));
                }
            }
        }
    }

    private static void AssertRows<V>(int rows, int columns)
        where V : struct, ILanes<V, T>
    {
        Matrix<T> a = TestNumbers.Matrix<T>(rows, columns);
        int vectors = (rows + V.Count - 1) / V.Count;
        int height = vectors * V.Count;
        foreach (bool turns in new[] { false, true })
        {
            T[] panel = new T[height * columns];
            Panels.PackRows<V, T>(turns ? new(Turned(a).Transposed) : new(a), rows, columns, vectors, ref panel[0]);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    Assert.That(panel[column * height + row], Is.EqualTo(a[row, column]));
                }
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
