using System.Globalization;
using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>Toy data: with the two coordinates as inputs the very file that the command <c>generate</c> writes.</summary>
internal sealed class ToySceneData : SceneData
{
    private const int X1 = 0;
    private const int X2 = 1;

    private readonly ToySamples samples;
    private readonly IReadOnlyList<DerivedInput> inputs;

    private ToySceneData(
        ToySamples samples,
        IReadOnlyList<DerivedInput> inputs,
        byte[] csv,
        Table table,
        string? command
    )
        : base(csv, table)
    {
        this.samples = samples;
        this.inputs = inputs;
        Command = command;
    }

    internal override IReadOnlyList<string> Axes { get; } = [.. ToySamples.Columns.Take(2)];

    internal override string? Command { get; }

    /// <param name="toy">The shape.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="seed">The seed of what is random about them.</param>
    /// <param name="inputs">What goes into the network.</param>
    /// <exception cref="SceneException">There are too few rows or too many.</exception>
    internal static ToySceneData Create(ToyData toy, int rows, ulong seed, IReadOnlyList<DerivedInput> inputs)
    {
        if (rows < Math.Max(10, 2 * toy.Classes) || rows > 5000)
        {
            throw new SceneException(
                string.Create(CultureInfo.InvariantCulture, $"{rows} rows of {toy.Name} are too few or too many."),
                "rows",
                "Give a number from 10 (or two for each class) to 5000."
            );
        }
        ToySamples samples = toy.Draw(rows, new Generator(seed));
        bool isPlain = inputs.Count == 2 && inputs[X1].Name == "x1" && inputs[X2].Name == "x2";
        using StringWriter text = new(CultureInfo.InvariantCulture);
        if (isPlain)
        {
            samples.WriteCsv(text);
        }
        else
        {
            Write(text, samples, inputs);
        }
        byte[] csv = Encoding.UTF8.GetBytes(text.ToString());
        string name = SceneCommands.FileOf(toy);
        Table table = CsvTable.Read(new MemoryStream(csv), name, new CsvOptions { Target = ToySamples.Columns[2] });
        return new ToySceneData(samples, inputs, csv, table, isPlain ? SceneCommands.Generate(toy, rows, seed) : null);
    }

    internal override double[] Places(int axis) =>
        [.. Enumerable.Range(0, samples.Features.Columns).Select(row => samples.Features[axis, row])];

    internal override ScenePlane Plane(int x, int y, int row) =>
        new(places =>
        {
            Matrix<double> cells = new(inputs.Count, places.Length);
            for (int i = 0; i < places.Length; i++)
            {
                double x1 = At(X1, places[i]);
                double x2 = At(X2, places[i]);
                for (int input = 0; input < inputs.Count; input++)
                {
                    cells[input, i] = inputs[input].Of(x1, x2);
                }
            }
            return cells;

            double At(int axis, (double X, double Y) place) =>
                axis == x ? place.X
                : axis == y ? place.Y
                : samples.Features[axis, row];
        });

    private static void Write(StringWriter writer, ToySamples samples, IReadOnlyList<DerivedInput> inputs)
    {
        writer.Write($"{string.Join(',', inputs.Select(input => input.Name))},{ToySamples.Columns[2]}\n");
        foreach ((int row, int label) in samples.Labels.Index())
        {
            (double x1, double x2) = (samples.Features[X1, row], samples.Features[X2, row]);
            IEnumerable<string> cells = inputs.Select(input => ToySamples.Text(input.Of(x1, x2)));
            writer.Write($"{string.Join(',', cells)},{ToySamples.NameOf(label)}\n");
        }
    }
}
