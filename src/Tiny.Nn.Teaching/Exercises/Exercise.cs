namespace Tiny.Nn.Teaching.Exercises;

/// <summary>A question about a traced step, and its answer.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Place">Of what.</param>
internal abstract record Exercise(ExerciseKind Kind, ExercisePlace Place);

/// <summary>A question whose answer is a number.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Place">Of what.</param>
/// <param name="Answer">The number, as the engine has it.</param>
/// <param name="Scale">The size that errors are measured by: that of the answer, or of a weight the tenfold of its change.</param>
internal sealed record NumberExercise(ExerciseKind Kind, ExercisePlace Place, double Answer, double Scale)
    : Exercise(Kind, Place);

/// <summary>A question whose answer is one of some.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Place">Of what.</param>
/// <param name="Choices">What there is to choose from, in the order in which it is shown.</param>
/// <param name="Answer">The place of the right one.</param>
internal sealed record ChoiceExercise(
    ExerciseKind Kind,
    ExercisePlace Place,
    IReadOnlyList<ExerciseChoice> Choices,
    int Answer
) : Exercise(Kind, Place);

/// <summary>What an exercise is about; all numbers are from 0 on.</summary>
/// <param name="Sample">The sample of the batch.</param>
/// <param name="Layer">The dense layer.</param>
/// <param name="Unit">The unit of the layer.</param>
/// <param name="Input">The input of the unit, or the second unit of a Jacobian's entry.</param>
internal sealed record ExercisePlace(int Sample, int Layer, int Unit, int Input = 0);

/// <summary>An answer to choose.</summary>
internal enum ExerciseChoice
{
    /// <summary>The weight gets smaller.</summary>
    WeightShrinks,

    /// <summary>The weight gets larger.</summary>
    WeightGrows,

    /// <summary>The weight stays.</summary>
    WeightStays,

    /// <summary>Identity and squared error.</summary>
    IdentityAndSquaredError,

    /// <summary>Sigmoid and binary cross-entropy.</summary>
    SigmoidAndBinaryCrossEntropy,

    /// <summary>Softmax and cross-entropy.</summary>
    SoftmaxAndCrossEntropy,

    /// <summary>ReLU and squared error.</summary>
    ReluAndSquaredError,
}
