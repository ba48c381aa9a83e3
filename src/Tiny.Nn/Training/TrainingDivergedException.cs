using System.Globalization;

namespace Tiny.Nn.Training;

/// <summary>The objective left the range of numbers: the steps lead away from any minimum.</summary>
public sealed class TrainingDivergedException : Exception
{
    internal TrainingDivergedException(double loss, long step, double learningRate)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Training diverged: the loss is {loss}{(double.IsFinite(loss) ? " but its gradient not finite" : "")} at step {step}. "
                    + $"Try a learning rate below {learningRate}, standardized inputs, or gradient clipping."
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
}
