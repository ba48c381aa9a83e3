using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Tests.Exercises;

public sealed class AnswerCheckTests
{
    private static readonly ExercisePlace Anywhere = new(0, 0, 0);

    [TestCase(0.25, "0.25")]
    [TestCase(0.25, "0,25")]
    [TestCase(0.25, ".25")]
    [TestCase(0.25, "  0.25 \r")]
    [TestCase(0.25, "2.5e-1")]
    [TestCase(0.25, "2,5·10^-1")]
    [TestCase(0.25, "2.5 × 10^−1")]
    [TestCase(0.25, "2.5*10^(-1)")]
    [TestCase(0.25, "1/4")]
    [TestCase(0.25, "25 %")]
    [TestCase(0.25, "δ = 0.25")]
    [TestCase(0.25, "≈ 0.2499")]
    [TestCase(0.25, "０．２５")]
    [TestCase(-0.25, "-0.25")]
    [TestCase(-0.25, "−0.25")]
    [TestCase(-0.25, "–0,25")]
    [TestCase(1234.5, "1,234.5")]
    [TestCase(1234.5, "1.234,5")]
    [TestCase(1234.5, "1 234,5")]
    [TestCase(1234, "1,234")]
    [TestCase(-1234567.5, "−1 234 567.5")]
    [TestCase(1.234, "1,234")]
    [TestCase(0, "0")]
    [TestCase(0.25, "0.2512")]
    public void Usual_spellings_of_a_right_number_are_right(double answer, string text) =>
        Assert.That(Check(answer, text).Verdict, Is.EqualTo(AnswerVerdict.Right));

    [TestCase(0.25, "0.26", nameof(AnswerVerdict.Close))]
    [TestCase(0.25, "0.4", nameof(AnswerVerdict.Wrong))]
    [TestCase(0.25, "-0.25", nameof(AnswerVerdict.WrongSign))]
    [TestCase(0.25, "a quarter", nameof(AnswerVerdict.Unreadable))]
    [TestCase(0.25, "1/0", nameof(AnswerVerdict.Unreadable))]
    [TestCase(0.25, "1e999", nameof(AnswerVerdict.Unreadable))]
    [TestCase(0.25, "NaN", nameof(AnswerVerdict.Unreadable))]
    [TestCase(0.25, "1,2,3.4.5", nameof(AnswerVerdict.Unreadable))]
    [TestCase(0.25, "", nameof(AnswerVerdict.Missing))]
    [TestCase(0.25, " \t", nameof(AnswerVerdict.Missing))]
    [TestCase(0, "0.001", nameof(AnswerVerdict.Wrong))]
    [TestCase(30.5, "3 0.5", nameof(AnswerVerdict.Unreadable))]
    [TestCase(312, "3 12", nameof(AnswerVerdict.Unreadable))]
    [TestCase(25, "2 5", nameof(AnswerVerdict.Unreadable))]
    [TestCase(0.05, "0. 05", nameof(AnswerVerdict.Unreadable))]
    public void Others_are_told_apart(double answer, string text, string expected) =>
        Assert.That(Check(answer, text).Verdict.ToString(), Is.EqualTo(expected));

    [Test]
    public void How_far_off_an_answer_is_is_said() =>
        Assert.That(Check(0.25, "0.4").Off, Is.EqualTo(0.15).Within(1e-12));

    [Test]
    public void The_tolerance_can_be_chosen()
    {
        NumberExercise exercise = new(ExerciseKind.Loss, Anywhere, 0.25, 0.25);
        Assert.That(AnswerCheck.Of(exercise, "0.26", 0.1).IsRight, Is.True);
        Assert.That(AnswerCheck.Of(exercise, "0.2501", 0.0001).IsRight, Is.False);
    }

    [TestCase("b", nameof(AnswerVerdict.Right))]
    [TestCase("B", nameof(AnswerVerdict.Right))]
    [TestCase("(b)", nameof(AnswerVerdict.Right))]
    [TestCase(" ｂ ", nameof(AnswerVerdict.Right))]
    [TestCase("2", nameof(AnswerVerdict.Right))]
    [TestCase("a", nameof(AnswerVerdict.Wrong))]
    [TestCase("d", nameof(AnswerVerdict.Unreadable))]
    [TestCase("?", nameof(AnswerVerdict.Unreadable))]
    public void A_choice_is_answered_by_its_letter_or_number(string text, string expected)
    {
        ExerciseChoice[] choices =
        [
            ExerciseChoice.WeightShrinks,
            ExerciseChoice.WeightGrows,
            ExerciseChoice.WeightStays,
        ];
        ChoiceExercise exercise = new(ExerciseKind.GradientSign, Anywhere, choices, Answer: 1);
        Assert.That(AnswerCheck.Of(exercise, text).Verdict.ToString(), Is.EqualTo(expected));
    }

    private static AnswerCheck Check(double answer, string text) =>
        AnswerCheck.Of(new NumberExercise(ExerciseKind.Loss, Anywhere, answer, Math.Abs(answer)), text);
}
