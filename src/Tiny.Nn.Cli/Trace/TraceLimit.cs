using System.Globalization;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing.Formulas;

namespace Tiny.Nn.Cli.Trace;

/// <summary>How much of a step can be shown: a page of a million numbers teaches nothing.</summary>
/// <param name="Parameters">How many weights and biases at most.</param>
/// <param name="Derivatives">How many of them times how many samples at most.</param>
/// <param name="Else">What else there is for more.</param>
internal sealed record TraceLimit(int Parameters, int Derivatives, string Else)
{
    internal static TraceLimit OfReaders { get; } =
        new(
            TraceSubject.MostParameters,
            1_000,
            "Give a smaller --hidden or fewer --rows; or --json alone, which shows more."
        );

    internal static TraceLimit OfJson { get; } = new(20_000, 200_000, "Give a smaller --hidden or fewer --rows.");

    /// <param name="command">Which command is to show it.</param>
    /// <param name="parameters">How many weights and biases there are.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <exception cref="UsageException">There is too much to be shown.</exception>
    internal void Require(string command, int parameters, int samples)
    {
        if (parameters > Parameters || (long)parameters * samples > Derivatives)
        {
            throw new UsageException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There is too much to show: {parameters} weights and biases, {samples} samples. The limit is {Parameters}, and {Derivatives} for their product."
                ),
                command,
                Else
            );
        }
    }
}
