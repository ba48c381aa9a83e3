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
    private readonly IReadOnlyList<UnseenRows<T>> unseen;

    /// <param name="plan">What was planned.</param>
    /// <param name="members">The trained networks. What they were trained with, samples among it, is let go.</param>
    /// <param name="history">How training went.</param>
    internal TrainedBag(BagPlan plan, IReadOnlyList<BagMember<T>> members, History history)
        : this(
            plan,
            new Bag<T>(plan.Encoding, [.. members.Select(member => member.Network)]),
            [.. members.Select(member => member.Unseen)],
            history
        ) { }

    private TrainedBag(BagPlan plan, Bag<T> bag, IReadOnlyList<UnseenRows<T>> unseen, History history)
    {
        Plan = plan;
        Bag = bag;
        this.unseen = unseen;
        History = history;
    }

    /// <summary>The same bag, which counts otherwise.</summary>
    internal TrainedBag<T> Weighing(double weight) =>
        new(Plan, new Bag<T>(Bag.Encoding, Bag.Networks) { Weight = weight }, unseen, History);

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
        foreach ((int[] places, Matrix<T> said) in unseen)
        {
            Matrix<double> own = Answers(said, outputs);
            for (int i = 0; i < places.Length; i++)
            {
                own.Column(i).CopyTo(answers.Column(places[i]));
            }
        }
        return answers;
    }

    private Matrix<double> Answers(Matrix<T> said, int outputs)
    {
        Matrix<T> activated = new(said.Rows, said.Columns);
        Plan.Architecture.OutputActivation.Forward(said, activated);
        Matrix<double> wide = new(activated.Rows, activated.Columns);
        Precision.Widen<T>(activated.Values, wide.Values);
        Matrix<double> answers = new(outputs, activated.Columns);
        BagInference<T>.Spread(wide, answers);
        return answers;
    }
}
