using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>The numbers that a question takes, each behind its symbol.</summary>
internal sealed class ExerciseGiven(TraceSubject subject)
{
    private readonly TraceNumbers numbers = subject.Numbers;
    private readonly UpdateFormulas update = new(subject.Trace, subject.Numbers);

    internal IReadOnlyList<string> Of(Exercise exercise)
    {
        ExercisePlace place = exercise.Place;
        SampleTrace sample = subject.Trace.Samples[place.Sample];
        LayerTrace layer = sample.Layers[place.Layer];
        int l = place.Layer + 1;
        int unit = place.Unit;
        return exercise.Kind switch
        {
            ExerciseKind.WeightedSum =>
            [
                .. Each(layer.X.Rows, j => Is(Notation.Into(l, j + 1), layer.X[j, 0])),
                .. Each(layer.X.Rows, j => Is(Notation.W(l, unit + 1, j + 1), layer.W[unit, j])),
                Is(Notation.B(l, unit + 1), layer.B[unit, 0]),
            ],
            ExerciseKind.UnitOutput when !layer.IsElementwise => [.. All("z", layer, l)],
            ExerciseKind.UnitOutput => [Is(Notation.Z(l, unit + 1), layer.Z[unit, 0])],
            ExerciseKind.Loss or ExerciseKind.OutputDelta =>
            [
                .. All("a", layer, l),
                .. Each(sample.Target.Rows, k => Is(Notation.T(k + 1), sample.Target[k, 0])),
            ],
            ExerciseKind.HiddenDelta =>
            [
                Is(Notation.Z(l, unit + 1), layer.Z[unit, 0]),
                Is(Notation.A(l, unit + 1), layer.A[unit, 0]),
                .. Behind(sample.Layers[l], l + 1, unit),
            ],
            ExerciseKind.SoftmaxSlope => [.. All("a", layer, l)],
            ExerciseKind.WeightGradient =>
            [
                Is(Notation.Delta(l, unit + 1), layer.Delta[unit, 0]),
                Is(Notation.Into(l, place.Input + 1), layer.X[place.Input, 0]),
            ],
            ExerciseKind.WeightAfterStep => [.. Step(place, l), update.Settings],
            ExerciseKind.GradientSign => [Derivative(place, l)],
            _ => [],
        };
    }

    private IEnumerable<string> All(string symbol, LayerTrace layer, int l) =>
        symbol == "a"
            ? Each(layer.A.Rows, k => Is(Notation.A(l, k + 1), layer.A[k, 0]))
            : Each(layer.Z.Rows, k => Is(Notation.Z(l, k + 1), layer.Z[k, 0]));

    private IEnumerable<string> Behind(LayerTrace behind, int l, int unit) =>
        [
            .. Each(behind.W.Rows, k => Is(Notation.W(l, k + 1, unit + 1), behind.W[k, unit])),
            .. Each(behind.W.Rows, k => Is(Notation.Delta(l, k + 1), behind.Delta[k, 0])),
        ];

    private IEnumerable<string> Step(ExercisePlace place, int l)
    {
        TracedParameter parameter = ExerciseSolutions.Parameter(subject.Trace, place);
        UpdateTrace step = subject.Trace.Update;
        yield return Is(Notation.W(l, place.Unit + 1, place.Input + 1), step.Before[parameter.Place, 0]);
        yield return Is("g", step.Gradient[parameter.Place, 0]);
        foreach ((int i, string name) in update.Moments.Index())
        {
            yield return Is(name, step.MomentsBefore[i][parameter.Place, 0]);
        }
    }

    private string Derivative(ExercisePlace place, int l) =>
        Is(
            Notation.Derivative(Notation.W(l, place.Unit + 1, place.Input + 1)),
            subject.Trace.Update.Gradient[ExerciseSolutions.Parameter(subject.Trace, place).Place, 0]
        );

    private string Is(string symbol, double number) => $"{symbol} = {numbers.Of(number)}";

    private static IEnumerable<string> Each(int count, Func<int, string> write) =>
        Enumerable.Range(0, count).Select(write);
}
