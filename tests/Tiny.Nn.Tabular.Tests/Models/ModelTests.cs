using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Tests.Models;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ModelTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Architecture Four = Architecture.WithInputs(4).Dense(9, Activation.Gelu);
    private static readonly Model<T> Many = Examples.Model<T>(Four.Dense(3, Activation.Softmax), Examples.Classes(3));
    private static readonly Model<T> Two = Examples.Model<T>(Four.Dense(1, Activation.Sigmoid), Examples.Classes(2));
    private static readonly Model<T> Amount = Examples.Model<T>(Four.Dense(1, Activation.Identity), Examples.Number);
    private static readonly Model<T>[] Models = [Many, Two, Amount];

    [Test]
    public void Too_few_or_too_many_features_are_refused_with_the_names_of_the_known([Values(0, 1, 3, 5)] int features)
    {
        foreach (Model<T> model in Models)
        {
            Assert.That(() => model.Predict(new Matrix<double>(features, 2)), WrongFeatures(features));
            Assert.That(() => model.Predict(new double[features]), WrongFeatures(features));
        }
    }

    [Test]
    public void Many_samples_at_once_one_by_one_and_in_portions_give_the_same_bits()
    {
        foreach (Model<T> model in Models)
        {
            Matrix<double> x = Examples.Inputs(model, 300);
            Matrix<double> all = model.Predict(x);
            Assert.That(all.Rows, Is.EqualTo(model.Target.Outputs));
            foreach (int portion in new[] { 1, 2, 7, 255, 300, 1000 })
            {
                Matrix<double> predictions = new(model.Target.Outputs, 300);
                new Predictor<T>(model, portion).Predict(x, predictions);
                Bits.AssertSame<double>(predictions.Values, all.Values, $"portions of {portion}");
            }
            for (int i = 0; i < 300; i += 13)
            {
                Bits.AssertSame<double>(model.Predict(x.Column(i)), all.Column(i), $"sample {i}");
            }
        }
    }

    [Test]
    public void No_samples_give_no_predictions() =>
        Assert.That(Models.Select(model => model.Predict(new Matrix<double>(4, 0)).Columns), Is.All.Zero);

    [Test]
    public void Predictions_are_those_of_the_network_for_standardized_features()
    {
        Matrix<double> x = Examples.Inputs(Many, 20);
        Matrix<T> standardized = new(4, 20);
        Many.Encoding.Apply(x, standardized);
        Bits.AssertSame<double>(
            Many.Predict(x).Values,
            Many.Network.Predict(standardized).ToDoubles(),
            "probabilities"
        );
    }

    [Test]
    public void One_output_is_the_probability_of_the_second_of_two_classes()
    {
        Matrix<double> x = Examples.Inputs(Two, 50);
        Matrix<T> standardized = new(4, 50);
        Two.Encoding.Apply(x, standardized);
        Matrix<T> second = Two.Network.Predict(standardized);
        Matrix<double> both = Two.Predict(x);
        for (int i = 0; i < 50; i++)
        {
            Assert.That(both[1, i], Is.EqualTo(double.CreateTruncating(second[0, i])));
            Assert.That(both[0, i] + both[1, i], Is.EqualTo(1));
        }
    }

    [Test]
    public void A_predicted_number_is_in_the_unit_of_the_target()
    {
        Matrix<double> x = Examples.Inputs(Amount, 50);
        Matrix<T> standardized = new(4, 50);
        Amount.Encoding.Apply(x, standardized);
        Matrix<double> expected = new(1, 50, Amount.Network.Predict(standardized).ToDoubles());
        Examples.Number.Scaling.Invert(expected, expected);
        Bits.AssertSame<double>(Amount.Predict(x).Values, expected.Values, "numbers");
        Model<T> zero = new(
            Amount.Encoding,
            Amount.Network.Architecture.BuildUninitialized<T>(),
            Amount.Target,
            Provenance.Unknown
        );
        Assert.That(zero.Predict(x).Values.ToArray(), Is.All.EqualTo(12.5), "an output of 0 is the mean");
    }

    [Test]
    public void Threads_that_share_a_model_get_the_same_predictions()
    {
        foreach (Model<T> model in Models)
        {
            Matrix<double> x = Examples.Inputs(model, 100);
            double[] expected = model.Predict(x).Values.ToArray();
            double[][] results = new double[40][];
            Parallel.For(0, results.Length, i => results[i] = model.Predict(x).Values.ToArray());
            Assert.That(results, Is.All.EqualTo(expected));
        }
    }

    [Test]
    public void Parts_that_do_not_fit_make_no_model()
    {
        SequentialNetwork<T> network = Many.Network;
        Standardization preprocessing = (Standardization)Many.Encoding.Scaling;
        ModelTarget target = Many.Target;
        Assert.That(() => Make(["a", "b", "c"], preprocessing, target), Throws.ArgumentException);
        Assert.That(() => Make(["a", "b", "c"], new([0, 0, 0], [1, 1, 1]), target), Throws.ArgumentException);
        Assert.That(() => Make(["a", "b", "c", "a"], preprocessing, target), Says("'a'"));
        Assert.That(() => Make(["a", "b", "c", null!], preprocessing, target), Says("has none"));
        Assert.That(() => Make(Many.FeatureNames, preprocessing, Examples.Classes(2)), Throws.ArgumentException);
        Assert.That(() => Make(Many.FeatureNames, preprocessing, Examples.Number), Throws.ArgumentException);
        Assert.That(() => Make(Many.FeatureNames, preprocessing, Classes("p", "q", "p")), Says("'p'"));
        Assert.That(() => Make(Many.FeatureNames, preprocessing, Classes("p")), Says("two classes"));

        static ClassTarget Classes(params string[] names) => new("y", names);
        Model<T> Make(IReadOnlyList<string> names, Standardization standardization, ModelTarget what) =>
            new(names, standardization, network, what, Provenance.Unknown);
        static NUnit.Framework.Constraints.IResolveConstraint Says(string text) =>
            Throws.ArgumentException.With.Message.Contains(text);
    }

    private static NUnit.Framework.Constraints.EqualStringConstraint WrongFeatures(int features) =>
        Throws.ArgumentException.With.Message.EqualTo(
            $"There are {features} features; the model knows 4: x1, x2, x3, x4."
        );
}
