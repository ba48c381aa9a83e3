using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Exercises;

/// <summary>All exercises of each kind that a traced step has.</summary>
internal sealed class ExerciseSource(StepTrace trace)
{
    private const double Seen = 0.002;

    private readonly int layers = trace.Samples[0].Layers.Count;

    internal IEnumerable<Exercise> All(ExerciseKind kind) =>
        kind switch
        {
            ExerciseKind.WeightedSum => Units(0, layers).Select(place => Number(kind, place, At(place).Z)),
            ExerciseKind.UnitOutput => Units(0, layers)
                .Where(place => At(place).Activation != Activation.Identity)
                .Select(place => Number(kind, place, At(place).A)),
            ExerciseKind.Loss => trace.Samples.Select(
                (sample, i) => Number(kind, new ExercisePlace(i, layers - 1, 0), sample.Loss)
            ),
            ExerciseKind.OutputDelta => Units(layers - 1, layers).Select(place => Number(kind, place, At(place).Delta)),
            ExerciseKind.HiddenDelta => Units(0, layers - 1)
                .Where(place => At(place).IsElementwise)
                .Select(place => Number(kind, place, At(place).Delta)),
            ExerciseKind.SoftmaxSlope => Units(layers - 1, layers)
                .Where(place => At(place).Activation is Softmax)
                .SelectMany(Pairs)
                .Select(place => Number(kind, place, At(place).Jacobian[place.Unit, place.Input])),
            ExerciseKind.WeightGradient => Units(0, layers)
                .SelectMany(place => Inputs(place).Select(input => place with { Input = input }))
                .Select(place => Number(kind, place, At(place).DW[place.Unit, place.Input])),
            ExerciseKind.WeightAfterStep => Moved([.. Weights().Select(place => AfterStep(kind, place))]),
            ExerciseKind.GradientSign => Weights().Select(place => Sign(kind, place)),
            ExerciseKind.OutputChoice => Choice(kind),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Where a weight lies among all parameters.</summary>
    internal static int Index(StepTrace trace, ExercisePlace place)
    {
        ParameterBlock block = trace.Samples[0].Layers[place.Layer].WeightBlock;
        return block.Start + place.Input * block.Rows + place.Unit;
    }

    private LayerTrace At(ExercisePlace place) => trace.Samples[place.Sample].Layers[place.Layer];

    private IEnumerable<ExercisePlace> Units(int first, int end) =>
        from sample in Enumerable.Range(0, trace.Samples.Count)
        from layer in Enumerable.Range(first, Math.Max(end - first, 0))
        from unit in Enumerable.Range(0, trace.Samples[sample].Layers[layer].Z.Rows)
        select new ExercisePlace(sample, layer, unit);

    private IEnumerable<ExercisePlace> Pairs(ExercisePlace place) =>
        Enumerable.Range(0, At(place).Z.Rows).Select(j => place with { Input = j });

    private IEnumerable<int> Inputs(ExercisePlace place) => Enumerable.Range(0, At(place).W.Columns);

    private IEnumerable<ExercisePlace> Weights() =>
        from layer in Enumerable.Range(0, layers)
        from unit in Enumerable.Range(0, trace.Samples[0].Layers[layer].W.Rows)
        from input in Enumerable.Range(0, trace.Samples[0].Layers[layer].W.Columns)
        select new ExercisePlace(0, layer, unit, input);

    /// <summary>Those whose change can be seen in six digits; all where there is none.</summary>
    private static NumberExercise[] Moved(NumberExercise[] steps)
    {
        NumberExercise[] moved = [.. steps.Where(step => step.Scale > Seen * Math.Abs(step.Answer))];
        return moved.Length > 0 ? moved : steps;
    }

    private NumberExercise AfterStep(ExerciseKind kind, ExercisePlace place)
    {
        int index = Index(trace, place);
        double after = trace.Update.After[index, 0];
        double change = Math.Abs(after - trace.Update.Before[index, 0]);
        return new NumberExercise(kind, place, after, Math.Min(10 * change, Math.Abs(after)));
    }

    private ChoiceExercise Sign(ExerciseKind kind, ExercisePlace place)
    {
        double gradient = trace.Update.Gradient[Index(trace, place), 0];
        ExerciseChoice[] choices =
        [
            ExerciseChoice.WeightShrinks,
            ExerciseChoice.WeightGrows,
            ExerciseChoice.WeightStays,
        ];
        return new ChoiceExercise(
            kind,
            place,
            choices,
            gradient > 0 ? 0
                : gradient < 0 ? 1
                : 2
        );
    }

    /// <summary>Asked only where the network has what its target asks for.</summary>
    private IEnumerable<Exercise> Choice(ExerciseKind kind)
    {
        Activation output = trace.Samples[0].Layers[^1].Activation;
        int answer = trace.Loss switch
        {
            SquaredError when output == Activation.Identity => 0,
            BinaryCrossEntropy when output == Activation.Sigmoid => 1,
            CrossEntropy when output is Softmax => 2,
            _ => -1,
        };
        ExerciseChoice[] choices =
        [
            ExerciseChoice.IdentityAndSquaredError,
            ExerciseChoice.SigmoidAndBinaryCrossEntropy,
            ExerciseChoice.SoftmaxAndCrossEntropy,
            ExerciseChoice.ReluAndSquaredError,
        ];
        return answer < 0 ? [] : [new ChoiceExercise(kind, new ExercisePlace(0, layers - 1, 0), choices, answer)];
    }

    private static NumberExercise Number(ExerciseKind kind, ExercisePlace place, Matrix<double> column) =>
        Number(kind, place, column[place.Unit, 0]);

    private static NumberExercise Number(ExerciseKind kind, ExercisePlace place, double answer) =>
        new(kind, place, answer, Math.Abs(answer));
}
