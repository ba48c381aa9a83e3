using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>The way to each answer: the formula, the numbers put in, the result.</summary>
internal sealed class ExerciseSolutions(TraceSubject subject)
{
    private readonly ForwardFormulas forward = new(subject.Numbers);
    private readonly BackwardFormulas backward = new(subject.Numbers);
    private readonly LossFormulas loss = new(subject.Trace.Loss, subject.Numbers);
    private readonly UpdateFormulas update = new(subject.Trace, subject.Numbers);

    internal IReadOnlyList<TraceLine> Of(Exercise exercise)
    {
        ExercisePlace place = exercise.Place;
        SampleTrace sample = subject.Trace.Samples[place.Sample];
        LayerTrace layer = sample.Layers[place.Layer];
        int l = place.Layer + 1;
        return exercise.Kind switch
        {
            ExerciseKind.WeightedSum => [forward.Layer(layer, l).ElementAt(place.Unit)],
            ExerciseKind.UnitOutput => [forward.Layer(layer, l).ElementAt(layer.Z.Rows + place.Unit)],
            ExerciseKind.Loss => [.. loss.Value(sample, l)],
            ExerciseKind.OutputDelta when sample.IsFused => [loss.Collapsed(sample, l).ElementAt(place.Unit)],
            ExerciseKind.OutputDelta => Output(sample, layer, l, place.Unit),
            ExerciseKind.HiddenDelta =>
            [
                backward.Returns(layer, sample.Layers[l], l).ElementAt(place.Unit),
                backward.Slopes(layer, l).ElementAt(place.Unit),
                backward.Deltas(layer, l, i => layer.Delta[i, 0]).ElementAt(place.Unit),
            ],
            ExerciseKind.SoftmaxSlope => [Softmax(layer, place, l)],
            ExerciseKind.WeightGradient =>
            [
                backward.Gradients(layer, l).ElementAt(place.Unit * (layer.X.Rows + 1) + place.Input),
            ],
            ExerciseKind.WeightAfterStep => [.. update.Lines(Parameter(subject.Trace, place))],
            _ => [],
        };
    }

    /// <summary>The weight of a place.</summary>
    internal static TracedParameter Parameter(StepTrace trace, ExercisePlace place) =>
        TracedParameter
            .All(trace)
            .First(parameter =>
                parameter.Layer == place.Layer + 1
                && parameter.Unit == place.Unit + 1
                && parameter.Input == place.Input + 1
            );

    private TraceLine[] Output(SampleTrace sample, LayerTrace layer, int l, int unit) =>
        [
            .. layer.IsElementwise
                ? [loss.Slopes(sample, l).ElementAt(unit), backward.Slopes(layer, l).ElementAt(unit)]
                : loss.Slopes(sample, l),
            backward.Deltas(layer, l, i => layer.Delta[i, 0]).ElementAt(unit),
        ];

    private TraceLine Softmax(LayerTrace layer, ExercisePlace place, int l)
    {
        string left = $"∂{Notation.A(l, place.Unit + 1)}/∂{Notation.Z(l, place.Input + 1)}";
        string first = Notation.A(l, place.Unit + 1);
        string second = Notation.A(l, place.Input + 1);
        string p = subject.Numbers.In(layer.A[place.Unit, 0]);
        string q = subject.Numbers.In(layer.A[place.Input, 0]);
        string result = subject.Numbers.Of(layer.Jacobian[place.Unit, place.Input]);
        return place.Unit == place.Input
            ? new TraceLine(left, $"{first}·(1 − {first})", $"{p}·(1 − {p})", result)
            : new TraceLine(left, $"−{first}·{second}", $"−{p}·{q}", result);
    }
}
