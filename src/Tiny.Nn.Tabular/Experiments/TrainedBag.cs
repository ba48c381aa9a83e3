using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A trained bag, and what its networks said of the rows of their folds, which they had not learned from.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class TrainedBag<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<BagMember<T>> members;
    private readonly Calibration calibration;

    /// <param name="plan">What was planned.</param>
    /// <param name="members">The trained networks.</param>
    /// <param name="history">How training went.</param>
    internal TrainedBag(BagPlan plan, IReadOnlyList<BagMember<T>> members, History history)
    {
        Plan = plan;
        History = history;
        this.members = members;
        calibration = Calibrate();
        Bag = new Bag<T>(plan.Encoding, [.. members.Select(member => member.Network)])
        {
            // The mean of several is less sure of itself than each of them, which the temperature was fitted to.
            Calibration = calibration with
            {
                InverseTemperature = Math.Sqrt(calibration.InverseTemperature),
            },
        };
    }

    /// <summary>What was planned.</summary>
    internal BagPlan Plan { get; }

    /// <summary>How training went: losses are means over the networks, validation losses over the rows of all folds.</summary>
    internal History History { get; }

    /// <summary>The networks, with the calibration of their mean.</summary>
    internal Bag<T> Bag { get; }

    /// <summary>The loss of the rows of all folds in the epoch that was kept: after refinement of classes, in squared deviations of numbers.</summary>
    internal double Loss => History.Kept?.Monitored ?? double.NaN;

    /// <summary>Answers to the rows by the network that has not learned from them: calibrated probabilities, or numbers as the networks learned them.</summary>
    /// <param name="outputs">How many numbers an answer has.</param>
    /// <returns>outputs × rows; NaN for rows that every network learned from.</returns>
    internal Matrix<double> OutOfFold(int outputs)
    {
        Matrix<double> answers = new(outputs, Plan.Rows.Length);
        answers.Values.Fill(double.NaN);
        foreach (BagMember<T> member in members)
        {
            Matrix<double> own = Answers(member, outputs);
            for (int i = 0; i < member.Validation.Length; i++)
            {
                own.Column(i).CopyTo(answers.Column(member.Validation[i]));
            }
        }
        return answers;
    }

    private Matrix<double> Answers(BagMember<T> member, int outputs)
    {
        Matrix<T> activated = new(member.BestOutputs.Rows, member.BestOutputs.Columns);
        Plan.Architecture.OutputActivation.Forward(member.BestOutputs, activated);
        Matrix<double> answers = new(outputs, activated.Columns);
        if (activated.Rows == outputs)
        {
            Precision.Widen<T>(activated.Values, answers.Values);
        }
        else
        {
            for (int sample = 0; sample < activated.Columns; sample++)
            {
                double p = double.CreateTruncating(activated[0, sample]);
                (answers[0, sample], answers[1, sample]) = (1 - p, p);
            }
        }
        calibration.Apply(answers);
        return answers;
    }

    /// <summary>The temperature of the pooled answers, and the share of the uniform distribution that keeps every class possible.</summary>
    private Calibration Calibrate()
    {
        Logits[] logits = [.. members.Select(member => member.TakeBest()).OfType<Logits>()];
        return logits.Sum(own => own.Samples) is > 0 and var samples
            ? new Calibration(Temperature.Fit(Logits.Join(logits)), 1.0 / (samples + 1))
            : Calibration.None;
    }
}
