using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Tests.Models;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
[NonParallelizable]
public sealed class PredictorTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Architecture Hidden = Architecture.WithInputs(5).Dense(16, Activation.Relu).Dropout(0.5);

    private static readonly Model<T>[] Models =
    [
        Examples.Model<T>(Hidden.Dense(3, Activation.Softmax), Examples.Classes(3)),
        Examples.Model<T>(Hidden.Dense(1, Activation.Sigmoid), Examples.Classes(2)),
        Examples.Model<T>(Hidden.Dense(1, Activation.Identity), Examples.Number),
    ];

    [Test]
    public void A_warm_predictor_allocates_nothing([Range(0, 2)] int which, [Values(1, 32, 100)] int capacity)
    {
        Model<T> model = Models[which];
        Predictor<T> predictor = new(model, capacity);
        Matrix<double> x = Examples.Inputs(model, 70);
        Matrix<double> predictions = new(model.Target.Outputs, 70);
        predictor.Predict(x, predictions);
        predictor.Predict(x, predictions);
        long before = GC.GetAllocatedBytesForCurrentThread();
        predictor.Predict(x, predictions);
        predictor.Predict(x.Slice(0, 1), predictions.Slice(0, 1));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Room_of_another_size_for_the_predictions_is_refused([Range(0, 2)] int which)
    {
        Model<T> model = Models[which];
        Predictor<T> predictor = new(model, 8);
        Matrix<double> x = Examples.Inputs(model, 4);
        Assert.That(() => predictor.Predict(x, new Matrix<double>(model.Target.Outputs, 3)), Throws.ArgumentException);
        Assert.That(
            () => predictor.Predict(x, new Matrix<double>(model.Target.Outputs + 1, 4)),
            Throws.ArgumentException
        );
    }

    [Test]
    public void What_was_predicted_before_leaves_no_trace([Range(0, 2)] int which)
    {
        Model<T> model = Models[which];
        Matrix<double> x = Examples.Inputs(model, 9);
        Predictor<T> used = new(model, 4);
        Matrix<double> nonsense = new(5, 9);
        nonsense.Values.Fill(double.NaN);
        Matrix<double> predictions = new(model.Target.Outputs, 9);
        used.Predict(nonsense, predictions);
        used.Predict(x, predictions);
        Assert.That(predictions.Values.ToArray(), Is.EqualTo(model.Predict(x).Values.ToArray()));
    }

    [TestCase(0)]
    [TestCase(-1)]
    public void Room_for_no_sample_is_refused(int capacity) =>
        Assert.That(() => new Predictor<T>(Models[0], capacity), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void Nothing_is_predicted_of_no_sample() =>
        Assert.That(Models[0].Predict(new Matrix<double>(5, 0)).Columns, Is.Zero);

    [Test]
    public void Two_threads_at_once_are_refused_and_one_after_the_other_are_not()
    {
        Model<T> model = Models[0];
        Predictor<T> shared = new(model, 1);
        Matrix<double> x = Examples.Inputs(model, 20_000);
        int refused = 0;
        using Barrier start = new(2);
        void predict()
        {
            Matrix<double> predictions = new(model.Target.Outputs, x.Columns);
            for (int i = 0; i < 50 && Volatile.Read(ref refused) == 0; i++)
            {
                start.SignalAndWait();
                try
                {
                    shared.Predict(x, predictions);
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref refused);
                }
                start.SignalAndWait();
            }
        }

        Task other = Task.Run(predict);
        predict();
        other.Wait();
        Assert.That(refused, Is.EqualTo(1));
        Assert.That(() => shared.Predict(x, new Matrix<double>(model.Target.Outputs, x.Columns)), Throws.Nothing);
    }

    [Test]
    public void A_predictor_that_refused_something_predicts_on()
    {
        Predictor<T> predictor = new(Models[0], 4);
        Matrix<double> x = Examples.Inputs(Models[0], 4);
        Assert.That(() => predictor.Predict(x, new Matrix<double>(1, 1)), Throws.ArgumentException);
        Assert.That(() => predictor.Predict(x, new Matrix<double>(3, 4)), Throws.Nothing);
    }
}
