using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Training;

/// <summary>The score of an epoch is what the network's own answers come to, counted once more from outside.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ValidationScoreTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // More than fit into one portion of a validation.
    private const int Count = 1500;

    private readonly Matrix<T> x = TestNumbers.Matrix<T>(4, Count);
    private readonly int[] codes = [.. Enumerable.Range(0, Count).Select(i => i * 7 % 11 % 3)];
    private readonly T[] weights = TestNumbers.Uniform<T>(Count, 0, 5, seed: 3);

    [TestCase("softmax", "cross-entropy")]
    [TestCase("sigmoid", "cross-entropy")]
    public void The_accuracy_of_several_classes_is_the_share_of_recognised_samples(string output, string loss)
    {
        Matrix<T> targets = OneHot.Encode<T>(codes, 3);
        foreach (bool weighted in new[] { false, true })
        {
            foreach ((EpochReport report, Matrix<T> answers) in Fitted(output, loss, targets, weighted))
            {
                int right = Enumerable
                    .Range(0, Count)
                    .Count(i => answers.Column(i).ToArray().Index().MaxBy(answer => answer.Item).Index == codes[i]);
                Assert.That(report.ValidationAccuracy, Is.EqualTo((double)right / Count).And.InRange(0.05, 0.95));
                Assert.That(report.ValidationRSquared, Is.Null);
            }
        }
    }

    [TestCase("sigmoid")]
    [TestCase("hard-sigmoid")]
    public void The_accuracy_of_one_probability_is_the_share_on_the_right_side_of_a_half(string output)
    {
        Matrix<T> targets = new(1, Count, [.. codes.Select(code => code == 1 ? T.One : T.Zero)]);
        foreach (bool weighted in new[] { false, true })
        {
            foreach (
                (EpochReport report, Matrix<T> answers) in Fitted(output, "binary-cross-entropy", targets, weighted)
            )
            {
                double half = 0.5;
                int right = codes
                    .Index()
                    .Count(code => double.CreateTruncating(answers[0, code.Index]) > half == (code.Item == 1));
                Assert.That(report.ValidationAccuracy, Is.EqualTo((double)right / Count).And.InRange(0.05, 0.95));
                Assert.That(report.ValidationRSquared, Is.Null);
            }
        }
    }

    [TestCase("squared-error")]
    [TestCase("absolute-error")]
    [TestCase("huber")]
    public void R_squared_is_that_of_a_report_in_any_unit(string loss)
    {
        T[] standardized = TestNumbers.Uniform<T>(Count, -1.5, 1.5, seed: 4);
        foreach (bool weighted in new[] { false, true })
        {
            Matrix<T> targets = new(1, Count, standardized);
            foreach ((EpochReport report, Matrix<T> answers) in Fitted("identity", loss, targets, weighted))
            {
                double[] Own(Span<T> numbers) =>
                    [.. numbers.ToArray().Select(number => 1000 + 37 * double.CreateTruncating(number))];
                RegressionMetrics own = RegressionMetrics.Measure<double>(Own(answers.Values), Own(standardized));
                Assert.That(report.ValidationRSquared, Is.EqualTo(own.RSquared).Within(1e-9));
                Assert.That(report.ValidationRSquared, Is.Not.Zero.And.LessThan(1));
                Assert.That(report.ValidationAccuracy, Is.Null);
            }
        }
    }

    [Test]
    public void R_squared_of_several_outputs_is_their_common_one()
    {
        Matrix<T> targets = TestNumbers.Matrix<T>(2, Count);
        foreach (
            (EpochReport report, Matrix<T> answers) in Fitted("identity", "squared-error", targets, weighted: false)
        )
        {
            double unexplained = 0;
            double spread = 0;
            for (int output = 0; output < 2; output++)
            {
                double[] wanted =
                [
                    .. Enumerable.Range(0, Count).Select(i => double.CreateTruncating(targets[output, i])),
                ];
                double mean = wanted.Average();
                spread += wanted.Sum(t => (t - mean) * (t - mean));
                unexplained += wanted
                    .Index()
                    .Sum(t => Math.Pow(double.CreateTruncating(answers[output, t.Index]) - t.Item, 2));
            }
            Assert.That(report.ValidationRSquared, Is.EqualTo(1 - unexplained / spread).Within(1e-9));
        }
    }

    [Test]
    public void There_is_no_score_without_validation_or_without_anything_to_tell_apart()
    {
        Matrix<T> same = new(1, Count, [.. Enumerable.Repeat(T.CreateTruncating(0.1), Count)]);
        Matrix<T> several = OneHot.Encode<T>(codes, 3);
        AssertNone(Fitted("identity", "squared-error", same, weighted: false).Select(epoch => epoch.Report));
        AssertNone(Fitted("sigmoid", "binary-cross-entropy", several, weighted: false).Select(epoch => epoch.Report));
        Trainer<T> trainer = Trainer(Network("softmax", 3), Loss.CrossEntropy);
        AssertNone(trainer.Fit(new Dataset<T>(x, several), null, new FitOptions { Epochs = 2 }).Epochs);

        static void AssertNone(IEnumerable<EpochReport> reports)
        {
            EpochReport[] all = [.. reports];
            Assert.That(all, Is.Not.Empty);
            Assert.That(all.Select(report => report.ValidationAccuracy), Is.All.Null);
            Assert.That(all.Select(report => report.ValidationRSquared), Is.All.Null);
        }
    }

    [Test]
    public void Nothing_is_an_accuracy_but_a_share()
    {
        foreach (double wrong in new[] { -0.1, 1.1, double.NaN })
        {
            Assert.That(
                () => new EpochReport(1, 1, 1) { ValidationAccuracy = wrong },
                Throws.TypeOf<ArgumentOutOfRangeException>()
            );
        }
    }

    /// <summary>Trains for some epochs; after each the network is asked for all answers from outside.</summary>
    private List<(EpochReport Report, Matrix<T> Answers)> Fitted(
        string output,
        string loss,
        Matrix<T> targets,
        bool weighted
    )
    {
        SequentialNetwork<T> network = Network(output, targets.Rows);
        Dataset<T> data = new(x, targets, weighted ? weights : default(ReadOnlyMemory<T>));
        List<(EpochReport, Matrix<T>)> epochs = [];
        Loss[] losses = [Loss.CrossEntropy, Loss.BinaryCrossEntropy, Loss.SquaredError, Loss.AbsoluteError, Loss.Huber];
        Trainer(network, losses.Single(known => known.Name == loss))
            .Fit(
                data,
                data,
                new FitOptions { Epochs = 3, BatchSize = 100 },
                new Asking(report => epochs.Add((report, network.Predict(x))))
            );
        Assert.That(epochs, Has.Count.EqualTo(3));
        return epochs;
    }

    private static SequentialNetwork<T> Network(string output, int outputs) =>
        Architecture
            .WithInputs(4)
            .Dense(6, Activation.Tanh)
            .Dense(outputs, Activation.Parse(output))
            .Build<T>(new Generator(1));

    private static Trainer<T> Trainer(SequentialNetwork<T> network, Loss loss) =>
        new(network, loss, new Adam(0.01), new Generator(2));

    private sealed class Asking(Action<EpochReport> ask) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => ask(value);
    }
}
