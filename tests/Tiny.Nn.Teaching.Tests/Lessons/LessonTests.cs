using System.Text;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Teaching.Tests.Lessons;

internal sealed class LessonTests
{
    private static readonly Recipe Recipe = new() { Hidden = [2] };

    [Test]
    public void An_output_has_the_loss_that_goes_with_it()
    {
        Lesson Of(Activation output, params double[] targets) =>
            TypedLesson.Create(
                [
                    [1, 2],
                ],
                [targets],
                Recipe,
                output,
                null,
                null
            );
        Assert.That(Of(Activation.Identity, 5).Loss, Is.EqualTo(Loss.SquaredError));
        Assert.That(Of(Activation.Sigmoid, 1).Loss, Is.EqualTo(Loss.BinaryCrossEntropy));
        Assert.That(Of(Activation.Softmax, 0, 1).Loss, Is.EqualTo(Loss.CrossEntropy));
    }

    [Test]
    public void A_loss_of_probabilities_needs_an_output_that_gives_them()
    {
        LessonException fault = Assert.Throws<LessonException>(() =>
            TypedLesson.Create(
                [
                    [1],
                ],
                [
                    [1],
                ],
                Recipe,
                Activation.Relu,
                Loss.BinaryCrossEntropy,
                null
            )
        )!;
        Assert.That(fault.What, Is.EqualTo("The loss compares probabilities, and relu gives none."));
        Assert.That(
            fault.Message,
            Is.EqualTo(
                "loss binary-cross-entropy: The loss compares probabilities, and relu gives none. Give output activation sigmoid, or another loss."
            )
        );
        Assert.That(fault.Where((setting, value) => $"<{setting}={value}>"), Is.EqualTo("<Loss=binary-cross-entropy>"));
        Assert.That(
            fault.Advice((setting, value) => $"<{setting}={value}>"),
            Is.EqualTo("Give <OutputActivation=sigmoid>, or another loss.")
        );
    }

    [TestCase(1.5)]
    [TestCase(-0.1)]
    [TestCase(double.NaN)]
    public void A_target_of_a_probability_lies_between_0_and_1(double target) =>
        Assert.That(
            () =>
                TypedLesson.Create(
                    [
                        [1],
                    ],
                    [
                        [target],
                    ],
                    Recipe,
                    Activation.Sigmoid,
                    null,
                    null
                ),
            Throws.TypeOf<LessonException>().With.Message.Contains("Give targets from 0 to 1, or loss squared-error.")
        );

    [Test]
    public void Samples_have_the_same_length() =>
        Assert.That(
            () =>
                TypedLesson.Create(
                    [
                        [1, 2],
                        [3],
                    ],
                    [
                        [1],
                        [1],
                    ],
                    Recipe,
                    null,
                    null,
                    null
                ),
            Throws
                .TypeOf<LessonException>()
                .With.Message.EqualTo(
                    "inputs: One has 2 numbers and another 1. Give each sample as many numbers as the others."
                )
        );

    [Test]
    public void A_network_that_nobody_can_follow_is_refused() =>
        Assert.That(
            () => LessonSize.Require(new Recipe { Hidden = [20_000] }),
            Throws.TypeOf<LessonException>().With.Message.StartsWith("hidden layers 20000: ")
        );

    [Test]
    public void Weights_that_somebody_wrote_down_are_those_of_the_network()
    {
        GivenWeights weights = Read(
            """{ "layers": [{ "weights": [[0.5, -1], [2, 3]], "bias": 0.25, "activation": "tanh" }, { "weights": [[1, 4]], "bias": [7] }] }"""
        );
        Lesson lesson = TypedLesson.Create(
            [
                [1, 2],
            ],
            [
                [3],
            ],
            Recipe,
            null,
            null,
            weights
        );
        Assert.That(
            lesson.Network.Parameters.Values.ToArray(),
            Is.EqualTo([0.5, 2, -1, 3, 0.25, 0.25, 1, 4, 7]),
            "column by column, and the bias behind"
        );
        Assert.That(lesson.Network.Architecture.OutputActivation, Is.EqualTo(Activation.Identity));
    }

    [Test]
    public void A_training_starts_with_such_weights_where_they_fit()
    {
        GivenWeights weights = Read(
            """{ "layers": [{ "weights": [[0.5, -1], [2, 3]], "bias": 0.25, "activation": "tanh" }, { "weights": [[1, 4]], "bias": [7] }] }"""
        );
        Recipe described = weights.Describe(new Recipe());
        Assert.That(described.Hidden, Is.EqualTo([2]));
        Assert.That(described.Activation, Is.EqualTo(Activation.Tanh));
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(2, Activation.Tanh)
            .Dense(1, Activation.Sigmoid)
            .BuildUninitialized<float>();
        weights.Fill(network);
        Assert.That(network.Parameters.Values.ToArray(), Is.EqualTo([0.5, 2, -1, 3, 0.25, 0.25, 1, 4, 7]));
        SequentialNetwork<float> wide = Architecture
            .WithInputs(3)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<float>();
        Assert.That(() => weights.Fill(wide), Throws.TypeOf<LessonException>());
    }

    [Test]
    public void A_recipe_has_one_activation_for_hidden_layers() =>
        Assert.That(
            () =>
                Read(
                        """{ "layers": [{ "weights": [[1]], "bias": 0, "activation": "tanh" }, { "weights": [[1]], "bias": 0, "activation": "relu" }, { "weights": [[1]], "bias": 0 }] }"""
                    )
                    .Describe(new Recipe()),
            Throws.TypeOf<LessonException>().With.Message.Contains("tanh and relu")
        );

    [TestCase("{}", "There is no list of \"layers\".", "w.json")]
    [TestCase(
        """{ "layers": [{ "weights": [[1], [2, 3]], "bias": 0 }] }""",
        "It has 2 numbers, and the first row has 1.",
        "w.json, layer 1, row 2 of the weights"
    )]
    [TestCase("""{ "layers": [{ "weights": [[1]] }] }""", "It is missing.", "w.json, layer 1, bias")]
    [TestCase(
        """{ "layers": [{ "weights": [[1]], "bias": [1, 2] }] }""",
        "It has 2 numbers for 1 units: one for each row of the weights.",
        "w.json, layer 1, bias"
    )]
    [TestCase("[", "It is no JSON.", "w.json, line 1, byte 2")]
    public void A_file_of_weights_is_refused_with_its_place(string text, string what, string where)
    {
        LessonException fault = Assert.Throws<LessonException>(() => Read(text))!;
        Assert.That(fault.What, Is.EqualTo(what));
        Assert.That(fault.Where((_, value) => value), Is.EqualTo(where));
    }

    private static GivenWeights Read(string text) =>
        WeightsFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "w.json");
}
