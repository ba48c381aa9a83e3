using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>Where the rows of a scene come from: the bytes of a CSV file, whoever made it, and the table that was read from them.</summary>
internal abstract class SceneData
{
    /// <param name="csv">The file.</param>
    /// <param name="table">What was read from it.</param>
    private protected SceneData(byte[] csv, Table table) => (Csv, Table) = (csv, table);

    /// <summary>The file: what a command would read to do the same.</summary>
    internal byte[] Csv { get; }

    /// <summary>Features and target.</summary>
    internal Table Table { get; }

    /// <summary>What could be seen on a plane: of toy data their two coordinates, else the columns.</summary>
    internal abstract IReadOnlyList<string> Axes { get; }

    /// <summary>The command line that makes the file; null where it is somebody's own.</summary>
    internal abstract string? Command { get; }

    /// <summary>How the file is to be read, where somebody said so.</summary>
    internal virtual FileReading Reading { get; } = new(new Dictionary<string, string>());

    /// <summary>The plane of two axes. What stands in the other columns is what a row has there.</summary>
    /// <param name="x">The axis from left to right.</param>
    /// <param name="y">The axis from the bottom to the top.</param>
    /// <param name="row">The row that is picked.</param>
    internal abstract ScenePlane Plane(int x, int y, int row);

    /// <summary>Where each row lies on an axis; NaN where its cell is missing.</summary>
    internal abstract double[] Places(int axis);
}

/// <summary>A plane through the space of features.</summary>
/// <param name="Cells">The cells at some places: features × places.</param>
internal sealed record ScenePlane(Func<(double X, double Y)[], Matrix<double>> Cells);
