using System.Runtime.CompilerServices;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Cli.Predict;

/// <summary>What a prediction is written as: some fields of a row.</summary>
internal abstract class PredictionColumns
{
    /// <summary>The names of the fields.</summary>
    internal abstract IReadOnlyList<string> Names { get; }

    /// <summary>Writes the fields of one row, with commas between them.</summary>
    internal abstract void Write(ReadOnlySpan<double> prediction, Utf8Lines output);

    internal static PredictionColumns For(ModelTarget target, bool perClass) =>
        target switch
        {
            ClassTarget classes when perClass => new ProbabilityColumns(classes),
            ClassTarget classes => new ClassColumns(classes),
            _ => new NumberColumns((NumberTarget)target),
        };

    private sealed class NumberColumns(NumberTarget target) : PredictionColumns
    {
        internal override IReadOnlyList<string> Names { get; } = ["predicted"];

        internal override void Write(ReadOnlySpan<double> prediction, Utf8Lines output) =>
            output.Write(target.Round(prediction[0]));
    }

    private sealed class ClassColumns(ClassTarget target) : PredictionColumns
    {
        private readonly byte[][] classes = [.. target.Classes.Select(Utf8Lines.Field)];

        internal override IReadOnlyList<string> Names { get; } = ["predicted", "confidence"];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal override void Write(ReadOnlySpan<double> prediction, Utf8Lines output)
        {
            int best = target.Choose(prediction);
            output.Write(classes[best]);
            output.Write((byte)',');
            output.Write((float)prediction[best]);
        }
    }

    private sealed class ProbabilityColumns(ClassTarget target) : PredictionColumns
    {
        private readonly ClassColumns first = new(target);

        internal override IReadOnlyList<string> Names { get; } =
        ["predicted", "confidence", .. target.Classes.Select(name => $"p_{name}")];

        internal override void Write(ReadOnlySpan<double> prediction, Utf8Lines output)
        {
            first.Write(prediction, output);
            foreach (double probability in prediction)
            {
                output.Write((byte)',');
                output.Write((float)probability);
            }
        }
    }
}
