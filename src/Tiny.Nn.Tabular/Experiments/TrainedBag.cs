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

    /// <param name="plan">What was planned.</param>
    /// <param name="members">The trained networks.</param>
    /// <param name="history">How training went.</param>
    /// <param name="weight">How much the bag counts beside others.</param>
    internal TrainedBag(BagPlan plan, IReadOnlyList<BagMember<T>> members, History history, double weight = 1)
    {
        Plan = plan;
        History = history;
        this.members = members;
        Bag = new Bag<T>(plan.Encoding, [.. members.Select(member => member.Network)]) { Weight = weight };
    }

    /// <summary>The same bag, which counts otherwise.</summary>
    internal TrainedBag<T> Weighing(double weight) => new(Plan, members, History, weight);

    /// <summary>What was planned.</summary>
    internal BagPlan Plan { get; }

    /// <summary>How training went: losses are means over the networks, validation losses over the rows of all folds.</summary>
    internal History History { get; }

    /// <summary>The networks.</summary>
    internal Bag<T> Bag { get; }

    /// <summary>The loss of the rows of all folds in the epoch that was kept: after refinement of classes, in squared deviations of numbers.</summary>
    internal double Loss => History.Kept?.Monitored ?? double.NaN;

    /// <summary>Answers to the rows by the network that has not learned from them: probabilities, or numbers as the networks learned them.</summary>
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
        Matrix<double> wide = new(activated.Rows, activated.Columns);
        Precision.Widen<T>(activated.Values, wide.Values);
        Matrix<double> answers = new(outputs, activated.Columns);
        BagInference<T>.Spread(wide, answers);
        return answers;
    }
}
