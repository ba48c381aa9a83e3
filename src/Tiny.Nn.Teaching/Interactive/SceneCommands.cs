using System.Globalization;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Toy;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>Command lines that do what the page does, to be copied.</summary>
internal static class SceneCommands
{
    /// <summary>The one that writes toy data.</summary>
    internal static string Generate(ToyData toy, int rows, ulong seed)
    {
        ToyData usual = ToyData.Parse(toy.Name);
        string classes = toy.Classes == usual.Classes ? "" : $" --classes {toy.Classes}";
        string noise = toy.Noise.Equals(usual.Noise)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" --noise {toy.Noise}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"tinynn generate {toy.Name} --rows {rows}{classes}{noise} --seed {seed} -o {FileOf(toy)}"
        );
    }

    /// <summary>What the file of toy data is called.</summary>
    internal static string FileOf(ToyData toy) => $"{toy.Name}.csv";

    /// <summary>The one that trains the same model.</summary>
    internal static string Train(Table table, FileReading reading, IReadOnlyDictionary<string, string> settings) =>
        $"tinynn train {ShellQuote.Argument(table.Source)} --target {ShellQuote.Argument(table.Target!.Name)}"
        + string.Concat(reading.Flags.Concat(settings).Select(Flag));

    /// <summary>The one that takes a file which is too large for a page.</summary>
    internal static string TrainInstead(string name) => $"tinynn train {ShellQuote.Argument(name)} --target …";

    /// <summary>The one that shows the step of a row.</summary>
    internal static string Trace(Table table, int row) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"tinynn trace {ShellQuote.Argument(table.Source)} --model model.tnn --row {row + 1}"
        );

    private static string Flag(KeyValuePair<string, string> flag) =>
        flag.Value == "true" ? $" --{flag.Key}" : $" --{flag.Key} {ShellQuote.Argument(flag.Value)}";
}
