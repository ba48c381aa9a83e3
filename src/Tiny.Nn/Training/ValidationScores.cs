using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Chooses the score that is reported beside the validation loss.</summary>
internal static class ValidationScores
{
    /// <summary>Accuracy where classes are told apart, R² where numbers are compared.</summary>
    /// <param name="loss">The loss that is trained with.</param>
    /// <param name="targets">Outputs × samples: what will be asked for, all of it.</param>
    /// <returns>Null where nothing suits: a loss of one's own, several yes-or-no questions at once, targets without variance.</returns>
    internal static ValidationScore<T>? Create<T>(Loss loss, Matrix<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Create(loss, targets.Rows, () => targets);

    /// <summary>The same of samples, whose targets are looked at only where the score needs all of them beforehand.</summary>
    internal static ValidationScore<T>? Create<T>(Loss loss, Dataset<T> samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Create(loss, samples.Outputs, () => samples.Targets);

    private static ValidationScore<T>? Create<T>(Loss loss, int outputs, Func<Matrix<T>> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (loss, outputs) switch
        {
            (CrossEntropy or SoftmaxCrossEntropy, > 1) => new CategoricalAccuracy<T>(),
            (BinaryCrossEntropy, 1) => new BinaryAccuracy<T>(T.CreateTruncating(0.5)),
            (SigmoidBinaryCrossEntropy, 1) => new BinaryAccuracy<T>(T.Zero),
            (SquaredError or AbsoluteError or Huber, _) => RSquared.Create(targets()),
            _ => null,
        };
}
