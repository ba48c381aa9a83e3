using System.Text;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tests.Experiments;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>An activation of a user's own: trained, saved and loaded by the name that it was registered under.</summary>
public sealed class RegisteredActivationTests
{
    private static readonly Activation Cube = Activation.Elementwise(new CubicTanh(2));

    [Test]
    public void It_is_trained_saved_and_loaded_with_the_same_predictions()
    {
        Activation.Register("cubic-tanh", Cube);
        Recipe recipe = new() { Activation = Cube, Epochs = 5 };
        Model<float> model = Experiment.Run<float>(TestTables.Clusters<float>(60, 3), recipe).Trained.Model;
        byte[] bytes = Examples.Written(model);

        // Another program registers an equal activation before it loads.
        Activation.Register("cubic-tanh", Activation.Elementwise(new CubicTanh(2)));
        Model<float> loaded = Examples.Read<float>(bytes);
        Assert.That(loaded.Network.Architecture, Is.EqualTo(model.Network.Architecture));
        Assert.That(loaded.Provenance.Settings["activation"], Is.EqualTo("cubic-tanh"));
        double[] expected = model.Predict(Examples.Inputs(model, 20)).Values.ToArray();
        Assert.That(loaded.Predict(Examples.Inputs(model, 20)).Values.ToArray(), Is.EqualTo(expected));
        Assert.That(Examples.Written(loaded), Is.EqualTo(bytes));
    }

    [Test]
    public void Its_name_is_known_everywhere()
    {
        Activation.Register("cubic-tanh", Cube);
        Assert.That(Activation.Parse("cubic-tanh"), Is.EqualTo(Cube));
        Assert.That(Cube.ToString(), Is.EqualTo("cubic-tanh"));
        Assert.That(Activation.All, Does.Contain(Cube));
        Assert.That(() => Activation.Parse("cubic-tanh:3"), Throws.TypeOf<FormatException>());
        Assert.That(
            () => Activation.Register("cubic-tanh", Activation.Elementwise(new CubicTanh(3))),
            Throws.ArgumentException.With.Message.Contain("\"cubic-tanh\"")
        );
        Assert.That(() => Activation.Register("relu", Cube), Throws.ArgumentException.With.Message.Contain("library"));
    }

    [Test]
    public void A_file_with_an_unknown_name_says_which_and_what_to_do()
    {
        Activation.Register("cubic-tanh", Cube);
        byte[] bytes = Examples.Written(
            Examples.Model<float>(Architecture.WithInputs(2).Dense(2, Cube), Examples.Classes(2))
        );
        string text = Encoding.Latin1.GetString(bytes).Replace("cubic-tanh", "cubic-tank");
        ModelFormatException fault = Assert.Throws<ModelFormatException>(() =>
            Examples.Read<float>(Encoding.Latin1.GetBytes(text))
        )!;
        Assert.That(fault.Message, Does.Contain("\"cubic-tank\"").And.Contain("Activation.Register"));
    }

    [Test]
    public void Without_a_name_it_is_not_saved_and_the_message_says_what_to_do() =>
        Assert.That(
            () =>
                Examples.Written(
                    Examples.Model<float>(
                        Architecture.WithInputs(2).Dense(2, Activation.Elementwise(new CubicTanh(7))),
                        Examples.Classes(2)
                    )
                ),
            Throws.ArgumentException.With.Message.Contain("CubicTanh").And.Message.Contain("Activation.Register")
        );

    /// <summary>a = z³/(c + |z|³), with a start of its own.</summary>
    private readonly record struct CubicTanh(double C) : IActivationFormula
    {
        public IReadOnlyList<double> Kinks => [];

        public Initializer DefaultInitializer => Initializer.LeCunNormal;

        public V Value<V>(V z)
            where V : struct, ILanes<V> => z * z * z / (V.Constant(C) + V.Abs(z * z * z));

        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V>
        {
            V denominator = V.Constant(C) + V.Abs(z * z * z);
            return V.Constant(3 * C) * z * z / (denominator * denominator);
        }
    }
}
