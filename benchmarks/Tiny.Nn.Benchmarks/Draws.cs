using Tiny.Nn.Numerics;

namespace Tiny.Nn.Benchmarks;

/// <summary>Numbers to work on.</summary>
internal static class Draws
{
    internal static Matrix<float> Matrix(int rows, int columns, Generator generator)
    {
        Matrix<float> matrix = new(rows, columns);
        foreach (ref float x in matrix.Values)
        {
            x = (float)generator.NextNormal();
        }
        return matrix;
    }
}
