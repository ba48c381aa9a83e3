using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Layers;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Gradcheck;

/// <summary>A gradient check, and what counts as agreement.</summary>
/// <param name="Lesson">The network and the samples.</param>
/// <param name="Report">What was found.</param>
/// <param name="Tolerance">The largest relative error that rounding explains.</param>
internal sealed record CheckedGradient(Lesson Lesson, GradientReport Report, double Tolerance)
{
    /// <summary>The name of the block of weights of a dense layer.</summary>
    private const string Weight = "weight";

    /// <summary>True where no derivative differs from its difference quotient by more than that.</summary>
    internal bool Agrees => Report.LargestRelativeError <= Tolerance;

    /// <summary>The worst first; those at a kink, which say nothing, last.</summary>
    internal IEnumerable<GradientComparison> WorstFirst =>
        Report
            .Comparisons.OrderBy(comparison => comparison.AtKink)
            .ThenByDescending(comparison => comparison.RelativeError);

    internal bool IsWrong(GradientComparison comparison) =>
        !comparison.AtKink && !(comparison.RelativeError <= Tolerance);

    /// <summary>
    /// What a parameter is called: <c>w2-1-3</c> leads to unit 1 of dense layer 2 from input 3, <c>b2-1</c> is its bias; of a
    /// normalization behind it <c>gamma2-1</c> is the scale and <c>beta2-1</c> the shift, of a parametric activation <c>alpha2-1</c> the
    /// slope; a layer of scales has <c>s0-1</c>, and of an embedding the block is named, as in <c>phase0-1-3</c> and <c>table0-1-3</c>.
    /// </summary>
    internal string NameOf(GradientComparison comparison)
    {
        ParameterBlock block = Lesson.Network.Blocks.First(block => block.Name == comparison.Block);
        ParameterBlock[] weights = [.. Lesson.Network.Blocks.Where(other => NameIn(other) == Weight)];
        int layer = weights.Count(other => other.Layer <= block.Layer);
        string unit = FormattableString.Invariant($"{layer}-{comparison.Row + 1}");
        bool hasShift = Lesson.Network.Blocks.Any(other =>
            other.Layer == block.Layer && other.Role == ParameterRole.Bias
        );
        return block.Role switch
        {
            ParameterRole.Weight when NameIn(block) == Weight => FormattableString.Invariant(
                $"w{unit}-{comparison.Column + 1}"
            ),
            ParameterRole.Scale => hasShift ? $"gamma{unit}" : $"s{unit}",
            ParameterRole.Slope => $"alpha{unit}",
            ParameterRole.Weight or ParameterRole.Embedding => FormattableString.Invariant(
                $"{NameIn(block)}{unit}-{comparison.Column + 1}"
            ),
            _ when weights.Any(other => other.Layer == block.Layer) => $"b{unit}",
            _ => $"beta{unit}",
        };
    }

    /// <summary>What a block is called in its layer.</summary>
    private static string NameIn(ParameterBlock block) => block.Name.Split('.')[^1];

    /// <summary>What is to be said where they do not agree; null where they do.</summary>
    internal Failure? Judge()
    {
        if (Agrees || Report.Worst is not { } worst)
        {
            return null;
        }
        int wrong = Report.Comparisons.Count(IsWrong);
        return new Failure(
            ExitCode.BelowGate,
            FormattableString.Invariant(
                $"{wrong} of {Report.Comparisons.Count} derivatives disagree with the difference quotient: relative error {worst.RelativeError:0.0e0}, and {Tolerance:0.0e0} is allowed."
            ),
            FormattableString.Invariant($"{NameOf(worst)}: {worst.Analytic:G6} and {worst.Numeric:G6}"),
            "Look for an error in the derivative; or allow more with --tolerance."
        );
    }
}
