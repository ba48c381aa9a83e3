using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>The score beside a validation loss, worked out by hand.</summary>
public sealed class ValidationScoreTests
{
    private static readonly EpochReport Epoch = new(1, 0.5, 0.25);

    /// <summary>The report of an epoch whose validation samples were looked at in two parts, after others that do not count any more.</summary>
    private static EpochReport Report(Loss loss, Matrix<double> answers, Matrix<double> targets)
    {
        ValidationScore<double> score = ValidationScores.Create(loss, targets)!;
        score.Add(targets, targets);
        score.Clear();
        score.Add(answers.Slice(0, 1), targets.Slice(0, 1));
        score.Add(answers.Slice(1, answers.Columns - 1), targets.Slice(1, answers.Columns - 1));
        return score.AddTo(Epoch);
    }

    [Test]
    public void R_squared_is_one_less_the_unexplained_part_of_the_variation()
    {
        Matrix<double> targets = new(1, 4, [1, 2, 3, 6]);
        Matrix<double> answers = new(1, 4, [2, 2, 3, 4]);

        // Mean 3; 4 + 1 + 0 + 9 = 14 in all, 1 + 4 = 5 of it unexplained.
        Loss[] losses = [Loss.SquaredError, Loss.AbsoluteError, new Huber(1)];
        Assert.That(
            losses.Select(loss => Report(loss, answers, targets).ValidationRSquared),
            Is.All.EqualTo(1 - 5.0 / 14).Within(1e-15)
        );
        Assert.That(Report(losses[0], targets, targets), Is.EqualTo(Epoch with { ValidationRSquared = 1 }));
    }

    [Test]
    public void Accuracy_is_the_share_of_right_classes()
    {
        Matrix<double> targets = new(2, 4, [1, 0, 0, 1, 0, 1, 1, 0]);
        Matrix<double> answers = new(2, 4, [0.9, 0.1, 0.2, 0.8, 0.6, 0.4, 0.7, 0.3]);
        Assert.That(Report(Loss.CrossEntropy, answers, targets), Is.EqualTo(Epoch with { ValidationAccuracy = 0.75 }));
    }

    [TestCase(0.5, 1.0)]
    [TestCase(0.4, 0.75)]
    public void Accuracy_of_two_classes_is_judged_at_one_half(double second, double accuracy)
    {
        Matrix<double> targets = new(1, 4, [0, 1, 1, 0]);
        Matrix<double> answers = new(1, 4, [0.1, second + 0.01, 0.9, 0.49]);
        Assert.That(Report(Loss.BinaryCrossEntropy, answers, targets).ValidationAccuracy, Is.EqualTo(accuracy));
    }

    [Test]
    public void Nothing_is_scored_where_no_score_suits()
    {
        Matrix<double> same = new(1, 3, [2, 2, 2]);
        Matrix<double> questions = new(2, 2, [0, 1, 1, 1]);
        Assert.That(ValidationScores.Create(Loss.SquaredError, same), Is.Null);
        Assert.That(ValidationScores.Create(Loss.BinaryCrossEntropy, questions), Is.Null);
        Assert.That(ValidationScores.Create(Loss.CrossEntropy, same), Is.Null);
    }
}
