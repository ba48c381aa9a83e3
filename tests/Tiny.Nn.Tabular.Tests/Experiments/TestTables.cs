using System.Globalization;
using System.Numerics;
using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Csv;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Tables to train on, and what comes out of it as bytes.</summary>
internal static class TestTables
{
    /// <summary>Two features around a centre for each row's class, by turns; a third that tells nothing.</summary>
    internal static Table Clusters<T>(int rows, int classes, ulong seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Make<T>(rows, row => $"c{row % classes}", row => (row % classes * 2, -row % classes), seed);

    /// <summary>y = 3a − 2b and a little noise.</summary>
    internal static Table Line<T>(int rows, ulong seed = 1)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(seed);
        StringBuilder text = new("a,b,y\n");
        for (int row = 0; row < rows; row++)
        {
            double a = generator.NextNormal();
            double b = generator.NextNormal();
            double y = 100 + 3 * a - 2 * b + 0.1 * generator.NextNormal();
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{y:R}\n");
        }
        return CsvText.Read(text.ToString(), "y");
    }

    /// <summary>A row for each target, with two random features.</summary>
    internal static Table With<T>(params string[] targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Make<T>(targets.Length, row => targets[row], _ => (0, 0), seed: 1);

    internal static Table Sample<T>(string name, string target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => CsvTable.Read(CsvText.Sample(name), target);

    internal static byte[] Bytes<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }

    private static Table Make<T>(int rows, Func<int, string> target, Func<int, (double A, double B)> centre, ulong seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(seed);
        double Noise() => Math.Round(0.3 * generator.NextNormal(), 3);
        StringBuilder text = new("a,b,c,y\n");
        for (int row = 0; row < rows; row++)
        {
            (double a, double b) = centre(row);
            text.Append(CultureInfo.InvariantCulture, $"{a + Noise()},{b + Noise()},{Noise()},{target(row)}\n");
        }
        return CsvText.Read(text.ToString(), "y");
    }
}

/// <summary>Keeps what it is told, on the thread that tells it.</summary>
internal sealed class Told(Action<EpochReport>? then = null) : IProgress<EpochReport>
{
    internal List<EpochReport> Reports { get; } = [];

    public void Report(EpochReport value)
    {
        Reports.Add(value);
        then?.Invoke(value);
    }
}
