using System.Globalization;

namespace Tiny.Nn.Training;

/// <summary>The loss or its gradient is no longer a finite number, so training cannot go on.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <param name="loss">What the objective came to.</param>
    /// <param name="step">Which step it was, from 1 on.</param>
    /// <param name="updates">How many updates had been made by then.</param>
    /// <param name="learningRate">η of that step; null where there is none, as of full-batch training.</param>
    internal TrainingDivergedException(double loss, long step, long updates, double? learningRate)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Training diverged: the loss is {loss}{(double.IsFinite(loss) ? " but its gradient not finite" : "")} at step {step}. "
                    + $"{Advice(updates, learningRate)}"
            )
        )
    {
        Loss = loss;
        Step = step;
    }

    /// <summary>What the objective came to: finite only where its gradient was not.</summary>
    public double Loss { get; }

    /// <summary>Which step it was, from 1 on: the one whose loss it is, or the last one before the validation.</summary>
    public long Step { get; }

    private static string Advice(long updates, double? learningRate) =>
        (updates, learningRate) switch
        {
            (0, _) =>
                "No update was made yet, so it is not the learning rate: the numbers are too large. Try standardized inputs and targets.",
            (_, null) => "Try standardized inputs, or a larger L2 penalty.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"Try a learning rate below {learningRate}, standardized inputs, or gradient clipping."
            ),
        };
}
