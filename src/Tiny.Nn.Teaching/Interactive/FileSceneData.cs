using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Curves;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>Somebody's own file, which never leaves the page.</summary>
internal sealed class FileSceneData : SceneData
{
    /// <summary>What a page can hold beside the copies that reading makes; more is for the command.</summary>
    internal const int MostBytes = 20_000_000;

    private FileSceneData(byte[] csv, Table table, FileReading reading)
        : base(csv, table) => Reading = reading;

    internal override FileReading Reading { get; }

    internal override IReadOnlyList<string> Axes => Table.FeatureNames;

    internal override string? Command => null;

    /// <summary>The file with one of its columns as the target.</summary>
    /// <param name="csv">Its bytes.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="target">The column to be predicted.</param>
    /// <param name="reading">How it is to be read.</param>
    /// <exception cref="SceneException">It is too large for a page.</exception>
    /// <exception cref="Tabular.DataException">It cannot be read.</exception>
    internal static FileSceneData Open(byte[] csv, string name, string target, FileReading reading)
    {
        RequireRoom(csv.Length, name);
        return new FileSceneData(csv, CsvTable.Read(new MemoryStream(csv), name, reading.Options(target)), reading);
    }

    /// <summary>The names of its columns, and what is odd about them.</summary>
    /// <param name="csv">Its bytes.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="target">The column to be predicted; null for none yet.</param>
    /// <param name="reading">How it is to be read.</param>
    internal static (IReadOnlyList<string> Columns, Table Table) Check(
        byte[] csv,
        string name,
        string? target,
        FileReading reading
    )
    {
        RequireRoom(csv.Length, name);
        return (Columns(csv, name, reading), DataCheck.Read(new MemoryStream(csv), name, reading.Options(target)));
    }

    /// <summary>The names of its columns alone, where more of it cannot be read yet.</summary>
    internal static IReadOnlyList<string> Columns(byte[] csv, string name, FileReading reading) =>
        CsvTable.ReadHeader(new MemoryStream(csv), name, reading.Options(null));

    internal override double[] Places(int axis)
    {
        Matrix<double> cells = Table.Features;
        return [.. Enumerable.Range(0, Table.Rows).Select(row => cells[axis, row])];
    }

    internal override ScenePlane Plane(int x, int y, int row)
    {
        ColumnPlane plane = new(Table.Features.Column(row).ToArray(), x, y);
        return new ScenePlane(places => plane.Place(places));
    }

    /// <param name="bytes">How large a file is.</param>
    /// <param name="name">What it is called.</param>
    /// <exception cref="SceneException">It is too large for a page.</exception>
    internal static void RequireRoom(long bytes, string name)
    {
        if (bytes > MostBytes)
        {
            throw new SceneException(
                $"{name} has {bytes / 1_000_000} MB; a page has room for {MostBytes / 1_000_000} MB.",
                name,
                $"Train it with the command: {SceneCommands.TrainInstead(name)}"
            );
        }
    }
}
