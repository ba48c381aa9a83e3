using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>An error about sizes says of which two things.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SizesTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly SequentialNetwork<T> Network = ToyTraining.Network<T>();

    private static readonly TestCaseData[] Misfits =
    [
        Case(() => Activation.Relu.Forward(Matrix(2, 3), Matrix(2, 4)), "z is 2 × 3 and a is 2 × 4"),
        Case(() => Activation.Softmax.Forward(Matrix(2, 3), Matrix(3, 3)), "z is 2 × 3 and a is 3 × 3"),
        Case(() => Activation.Tanh.Backward(Matrix(2, 3), Matrix(2, 3), Matrix(3, 2), Matrix(2, 3)), "da is 3 × 2"),
        Case(() => Activation.Tanh.Backward(Matrix(2, 3), Matrix(2, 9), Matrix(2, 3), Matrix(2, 3)), "a is 2 × 9"),
        Case(() => Activation.Softmax.Backward(default, Matrix(2, 3), Matrix(2, 3), Matrix(2, 9)), "dz is 2 × 9"),
        Case(
            () => Loss.Huber.Evaluate(Matrix(2, 3), Matrix(2, 3), default, Matrix(2, 4)),
            "prediction is 2 × 3 and dPrediction is 2 × 4"
        ),
        Case(() => Update(new Sgd(), 2, 300, 2), "2 parameters and 300 derivatives"),
        Case(() => Update(new Momentum(), 2, 2, 300), "2 parameters and 300 moments"),
        Case(() => Update(new Adam(), 4, 4, 5), "4 parameters and 5 first moments"),
        Case(() => new WeightPenalty(1).AddGradient<T>(new T[2], new T[3]), "2 weights and 3 derivatives"),
        Case(() => new WeightPenalty().AddGradient<T>(new T[2], new T[3]), "2 weights and 3 derivatives"),
        Case(() => Sums.Columns(Matrix(2, 3), new T[5]), "2 rows and 5 sums"),
        Case(() => OneHot.Decode(Matrix(2, 3), new int[5]), "3 samples and 5 codes"),
        Case(
            () => Product.MultiplyAdd(Matrix(2, 3), Matrix(3, 4), new T[7], Matrix(2, 4)),
            "2 rows of c and 7 numbers in s"
        ),
        Case(
            () => Predict(samples: 3, rows: 1, columns: 300),
            "The answers are 1 × 3, outputs × samples; the room for them is 1 × 300."
        ),
        Case(
            () => Predict(samples: 3, rows: 2, columns: 3),
            "The answers are 1 × 3, outputs × samples; the room for them is 2 × 3."
        ),
        Case(
            () => Network.Forward(Matrix(2, 5), Network.CreateWorkspace(4), new Generator(1)),
            "room for 4 samples, the batch has 5"
        ),
    ];

    [TestCaseSource(nameof(Misfits))]
    public void A_misfit_is_told_by_what_does_not_fit(Action misfit, string told) =>
        Assert.That(() => misfit(), Throws.TypeOf<ArgumentException>().With.Message.Contain(told));

    [TestCase(-1)]
    [TestCase(3)]
    public void A_code_that_is_no_class_is_told_by_its_sample(int code) =>
        Assert.That(
            () => OneHot.Encode<T>([0, 2, code], 3),
            Throws
                .TypeOf<ArgumentOutOfRangeException>()
                .With.Message.Contain("sample 2 is no class: 3 classes are 0 to 2")
        );

    [Test]
    public void The_state_of_another_optimizer_is_refused() =>
        Assert.That(
            () => new Adam().Update<T>(new T[2], new T[2], new Momentum().CreateState<T>(2), 0.1),
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contain("an optimizer with 1 moments")
        );

    private static Matrix<T> Matrix(int rows, int columns) => new(rows, columns);

    private static void Update(Optimizer optimizer, int parameters, int derivatives, int moments) =>
        optimizer.Update<T>(new T[parameters], new T[derivatives], optimizer.CreateState<T>(moments), 0.1);

    private static void Predict(int samples, int rows, int columns) =>
        Network.Predict(Matrix(2, samples), Network.CreateWorkspace(2), Matrix(rows, columns));

    private static TestCaseData Case(Action misfit, string told) =>
        new TestCaseData(misfit, told).SetArgDisplayNames(told);
}
