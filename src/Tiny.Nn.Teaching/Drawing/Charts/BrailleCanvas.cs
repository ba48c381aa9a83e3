using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>Two by four dots in each character: a plot that a terminal can show.</summary>
internal sealed class BrailleCanvas
{
    private const int Across = 2;
    private const int Down = 4;
    private const char Blank = '\u2800';

    /// <summary>The bit of each dot of a character, row after row.</summary>
    private static readonly byte[] Bits = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];

    private readonly Axis x;
    private readonly Axis y;
    private readonly char[,] cells;
    private readonly int[,] styles;
    private readonly Scale across;
    private readonly Scale down;

    internal BrailleCanvas(Axis x, Axis y, int columns, int rows)
    {
        (this.x, this.y) = (x, y);
        cells = new char[rows, columns];
        styles = new int[rows, columns];
        across = new Scale(x.Low, x.High, 0, columns * Across - 1);
        down = new Scale(y.Low, y.High, rows * Down - 1, 0);
    }

    internal int Rows => cells.GetLength(0);

    internal int Columns => cells.GetLength(1);

    /// <summary>The characters of a row with the style of each; −1 for none.</summary>
    internal IEnumerable<(char Character, int Style)> Row(int row)
    {
        for (int column = 0; column < Columns; column++)
        {
            char cell = cells[row, column];
            yield return cell is '\0' or Blank ? (' ', -1) : (cell, styles[row, column]);
        }
    }

    /// <summary>The row of characters in which a tick of the y axis stands.</summary>
    internal int RowOf(double tick) => Math.Clamp((int)Math.Round(down.At(tick)) / Down, 0, Rows - 1);

    /// <summary>The column of characters in which a tick of the x axis stands.</summary>
    internal int ColumnOf(double tick) => Math.Clamp((int)Math.Round(across.At(tick)) / Across, 0, Columns - 1);

    internal void Line(int style, IReadOnlyList<(double X, double Y)> points)
    {
        int dots = 0;
        for (int i = 1; i < points.Count; i++)
        {
            (double x1, double y1) = Place(points[i - 1]);
            (double x2, double y2) = Place(points[i]);
            double length = Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1));
            if (!double.IsFinite(length))
            {
                continue;
            }
            (double begin, double end) = Seen(y1, y2);
            int steps = Math.Max(1, (int)Math.Ceiling(length * (end - begin)));
            for (int s = 0; s < steps && begin < end; s++)
            {
                double part = begin + (end - begin) * s / steps;
                Dot(style, x1 + part * (x2 - x1), y1 + part * (y2 - y1), ref dots);
            }
        }
    }

    internal void Letter(char letter, int style, double valueX, double valueY)
    {
        (double dotX, double dotY) = Place((valueX, valueY));
        if (double.IsFinite(dotX) && double.IsFinite(dotY))
        {
            Set(letter, style, (int)Math.Round(dotY) / Down, (int)Math.Round(dotX) / Across);
        }
    }

    /// <summary>Fills characters with what a place is worth.</summary>
    /// <param name="at">From a place to a character and its style.</param>
    internal void Fill(Func<double, double, (char Character, int Style)> at)
    {
        Scale fromColumn = new(0, Columns - 1, x.Low, x.High);
        Scale fromRow = new(0, Rows - 1, y.High, y.Low);
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                (char character, int style) = at(fromColumn.At(column), fromRow.At(row));
                Set(character, style, row, column);
            }
        }
    }

    private (double, double) Place((double X, double Y) point) =>
        (across.At(x.Measure.Forward(point.X)), down.At(y.Measure.Forward(point.Y)));

    /// <summary>The part of a line that lies between top and bottom: what is far beyond would be many dots for nothing.</summary>
    private (double Begin, double End) Seen(double y1, double y2)
    {
        double top = (-1 - y1) / (y2 - y1);
        double bottom = (Rows * Down - y1) / (y2 - y1);
        return y1 == y2 ? (0, 1) : (Math.Max(0, Math.Min(top, bottom)), Math.Min(1, Math.Max(top, bottom)));
    }

    private void Dot(int style, double dotX, double dotY, ref int dots)
    {
        (int column, int row) = ((int)Math.Round(dotX), (int)Math.Round(dotY));
        bool isInside = column >= 0 && column < Columns * Across && row >= 0 && row < Rows * Down;
        if (TypedStyle.IsSet(style, dots++) && isInside)
        {
            ref char cell = ref cells[row / Down, column / Across];
            if (cell is '\0' or (>= Blank and < (char)(Blank + 256)))
            {
                cell = (char)(Math.Max(cell, Blank) | Bits[row % Down * Across + column % Across]);
                styles[row / Down, column / Across] = style;
            }
        }
    }

    private void Set(char character, int style, int row, int column)
    {
        if (row >= 0 && row < Rows && column >= 0 && column < Columns)
        {
            cells[row, column] = character;
            styles[row, column] = style;
        }
    }
}
