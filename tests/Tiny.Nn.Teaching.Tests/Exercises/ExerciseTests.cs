using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Exercises;
using Tiny.Nn.Teaching.Traces;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Exercises;

/// <summary>Every answer, calculated once more with plain loops over the network's numbers.</summary>
public sealed class ExerciseTests
{
    private const double Rate = 0.5;

    private static readonly StepTrace Classes = Trace(Activation.Tanh, Activation.Softmax, Loss.CrossEntropy);
    private static readonly StepTrace Numbers = Trace(Activation.Sigmoid, Activation.Sigmoid, Loss.SquaredError);

    private static IEnumerable<TestCaseData> Both =>
        [
            new TestCaseData(Classes).SetArgDisplayNames("classes"),
            new TestCaseData(Numbers).SetArgDisplayNames("numbers"),
        ];

    [TestCaseSource(nameof(Both))]
    public void Answers_are_those_of_a_calculation_by_hand(object traced)
    {
        StepTrace trace = (StepTrace)traced;
        IReadOnlyList<Exercise> all = Draw(trace, 1000);
        Assert.That(all.OfType<NumberExercise>().Count(), Is.GreaterThan(50));
        foreach (NumberExercise exercise in all.OfType<NumberExercise>())
        {
            double expected = new ByHand(trace, exercise.Place.Sample).Answer(exercise);
            Assert.That(exercise.Answer, Is.EqualTo(expected).Within(1e-12), $"{exercise}");
        }
    }

    [TestCaseSource(nameof(Both))]
    public void Signs_of_gradients_say_where_a_step_leads(object traced)
    {
        StepTrace trace = (StepTrace)traced;
        ChoiceExercise[] signs = [.. Draw(trace, 1000, ExerciseKind.GradientSign).Cast<ChoiceExercise>()];
        Assert.That(signs, Has.Length.EqualTo(3 * 2 + 3 * 3));
        foreach (ChoiceExercise sign in signs)
        {
            double before = Weight(trace.Update.Before, trace, sign.Place);
            double after = Weight(trace.Update.After, trace, sign.Place);
            ExerciseChoice expected = after < before ? ExerciseChoice.WeightShrinks : ExerciseChoice.WeightGrows;
            Assert.That(sign.Choices[sign.Answer], Is.EqualTo(expected));
        }
    }

    [Test]
    public void The_choice_of_an_output_is_asked_only_where_the_network_has_made_it()
    {
        ChoiceExercise asked = (ChoiceExercise)Draw(Classes, 5, ExerciseKind.OutputChoice).Single();
        Assert.That(asked.Choices[asked.Answer], Is.EqualTo(ExerciseChoice.SoftmaxAndCrossEntropy));
        Assert.That(Draw(Numbers, 5, ExerciseKind.OutputChoice), Is.Empty, "sigmoid and squared error");
        Assert.That(Draw(Numbers, 5, ExerciseKind.SoftmaxSlope), Is.Empty);
    }

    [Test]
    public void The_same_seed_draws_the_same_questions_each_once_and_kinds_by_turns()
    {
        IReadOnlyList<Exercise> drawn = Draw(Classes, 10);
        Assert.That(drawn.Select(exercise => exercise.Kind), Is.EqualTo(Enum.GetValues<ExerciseKind>()));
        Assert.That(Places(Draw(Classes, 10)), Is.EqualTo(Places(drawn)));
        Assert.That(Places(Draw(Classes, 10, seed: 2)), Is.Not.EqualTo(Places(drawn)));
        Assert.That(Places(Draw(Classes, 1000)), Is.Unique);
    }

    [Test]
    public void A_weight_is_not_right_where_it_stayed_as_it_was()
    {
        foreach (Exercise exercise in Draw(Classes, 1000, ExerciseKind.WeightAfterStep))
        {
            double before = Weight(Classes.Update.Before, Classes, exercise.Place);
            string text = before.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(AnswerCheck.Of(exercise, text).IsRight, Is.False, $"{exercise}");
        }
    }

    [TestCaseSource(nameof(Both))]
    public void Six_digits_are_enough(object traced)
    {
        foreach (NumberExercise exercise in Draw((StepTrace)traced, 1000).OfType<NumberExercise>())
        {
            string text = exercise.Answer.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(AnswerCheck.Of(exercise, text).IsRight, Is.True, $"{exercise}");
        }
    }

    private static IEnumerable<(ExerciseKind, ExercisePlace)> Places(IEnumerable<Exercise> exercises) =>
        exercises.Select(exercise => (exercise.Kind, exercise.Place));

    private static IReadOnlyList<Exercise> Draw(StepTrace trace, int count, ulong seed = 1) =>
        ExerciseBook.Draw(trace, Enum.GetValues<ExerciseKind>(), count, new Generator(seed));

    private static IReadOnlyList<Exercise> Draw(StepTrace trace, int count, ExerciseKind kind) =>
        ExerciseBook.Draw(trace, [kind], count, new Generator(1));

    private static double Weight(Matrix<double> parameters, StepTrace trace, ExercisePlace place)
    {
        Tiny.Nn.Layers.ParameterBlock block = trace.Network.Blocks[2 * place.Layer];
        return parameters.Part(block.Start, block.Rows, block.Columns)[place.Unit, place.Input];
    }

    private static StepTrace Trace(Activation hidden, Activation output, Loss loss)
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Dense(3, hidden)
            .Dense(3, output)
            .Build<double>(new Generator(seed: 3));
        Dataset<double> batch = new(
            new Matrix<double>(2, 2, [0.6, -0.4, -1.1, 0.3]),
            new Matrix<double>(3, 2, [0, 1, 0, 1, 0, 0])
        );
        return StepTracer.Run(network, loss, new Sgd(Rate), batch);
    }

    /// <summary>Two layers, one sample, loops.</summary>
    private sealed class ByHand
    {
        private readonly StepTrace trace;
        private readonly double[][] x = new double[3][];
        private readonly double[][] z = new double[2][];
        private readonly double[][] delta = new double[2][];
        private readonly double[] t;

        internal ByHand(StepTrace trace, int sample)
        {
            this.trace = trace;
            t = trace.Samples[sample].Target.Values.ToArray();
            x[0] = trace.Samples[sample].Input.Values.ToArray();
            for (int l = 0; l < 2; l++)
            {
                Matrix<double> w = Part(2 * l);
                Matrix<double> b = Part(2 * l + 1);
                int from = l;
                z[l] = [.. Enumerable.Range(0, 3).Select(i => b[i, 0] + x[from].Select((v, j) => w[i, j] * v).Sum())];
                x[l + 1] = IsSoftmax(l)
                    ? [.. z[l].Select(v => Math.Exp(v) / z[from].Sum(Math.Exp))]
                    : [.. z[l].Select(Function)];
            }
            double[] a = x[2];
            delta[1] = [.. a.Select((p, i) => IsSoftmax(1) ? p - t[i] : (p - t[i]) * p * (1 - p))];
            Matrix<double> v2 = Part(2);
            delta[0] =
            [
                .. x[1].Select((h, j) => Derivative(h) * Enumerable.Range(0, 3).Sum(k => v2[k, j] * delta[1][k])),
            ];
        }

        private bool IsClasses => trace.Loss is CrossEntropy;

        internal double Answer(NumberExercise exercise)
        {
            ExercisePlace place = exercise.Place;
            double[] a = x[2];
            return exercise.Kind switch
            {
                ExerciseKind.WeightedSum => z[place.Layer][place.Unit],
                ExerciseKind.UnitOutput => x[place.Layer + 1][place.Unit],
                ExerciseKind.Loss => IsClasses
                    ? -t.Select((target, i) => target * Math.Log(a[i])).Sum()
                    : t.Select((target, i) => (a[i] - target) * (a[i] - target) / 2).Sum(),
                ExerciseKind.OutputDelta or ExerciseKind.HiddenDelta => delta[place.Layer][place.Unit],
                ExerciseKind.SoftmaxSlope => a[place.Unit] * ((place.Unit == place.Input ? 1 : 0) - a[place.Input]),
                ExerciseKind.WeightGradient => delta[place.Layer][place.Unit] * x[place.Layer][place.Input],
                ExerciseKind.WeightAfterStep => Part(2 * place.Layer)[place.Unit, place.Input] - Rate * Mean(place),
                _ => double.NaN,
            };
        }

        /// <summary>The mean over both samples of δ·x.</summary>
        private double Mean(ExercisePlace place) =>
            Enumerable
                .Range(0, 2)
                .Select(sample => new ByHand(trace, sample))
                .Average(one => one.delta[place.Layer][place.Unit] * one.x[place.Layer][place.Input]);

        private Matrix<double> Part(int block)
        {
            Tiny.Nn.Layers.ParameterBlock part = trace.Network.Blocks[block];
            return trace.Network.Parameters.Part(part.Start, part.Rows, part.Columns);
        }

        private bool IsSoftmax(int layer) => layer == 1 && IsClasses;

        private double Function(double v) => IsClasses ? Math.Tanh(v) : 1 / (1 + Math.Exp(-v));

        private double Derivative(double h) => IsClasses ? 1 - h * h : h * (1 - h);
    }
}
