namespace Tiny.Nn.Teaching.Exercises;

/// <summary>What an answer was found to be.</summary>
internal enum AnswerVerdict
{
    /// <summary>It is right, within the tolerance.</summary>
    Right,

    /// <summary>Its size is right, its sign is not.</summary>
    WrongSign,

    /// <summary>It is off by no more than ten times the tolerance: rounded too early, perhaps.</summary>
    Close,

    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>It is neither a number nor one of the choices.</summary>
    Unreadable,

    /// <summary>There is none.</summary>
    Missing,
}

/// <summary>An answer beside the right one.</summary>
/// <param name="Verdict">What it was found to be.</param>
/// <param name="Given">The number, or the place of the choice, that was read; null for none.</param>
/// <param name="Off">How far it is from the right number; null where there is nothing to compare.</param>
internal sealed record AnswerCheck(AnswerVerdict Verdict, double? Given, double? Off)
{
    /// <summary>The relative error that is still right, unless another one is asked for.</summary>
    public const double UsualTolerance = 0.01;

    /// <summary>Below this, two numbers are the same: so that 0 can be an answer.</summary>
    private const double Nothing = 1e-9;

    /// <summary>What is lost by writing six digits, at most.</summary>
    private const double Rounded = 5e-6;

    /// <summary>True for a right answer.</summary>
    public bool IsRight => Verdict == AnswerVerdict.Right;

    /// <summary>Compares an answer, as somebody wrote it, with the right one.</summary>
    /// <param name="exercise">The question.</param>
    /// <param name="text">The answer: a number in any usual spelling, or the letter of a choice.</param>
    /// <param name="tolerance">How far a number may be off, relative to <see cref="NumberExercise.Scale"/>.</param>
    public static AnswerCheck Of(Exercise exercise, string text, double tolerance = UsualTolerance)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new AnswerCheck(AnswerVerdict.Missing, null, null);
        }
        return exercise switch
        {
            NumberExercise number => Compare(number, AnswerText.Numbers(text), tolerance),
            ChoiceExercise choice => Compare(choice, AnswerText.Letter(text)),
            _ => throw new ArgumentException("It is of no known kind.", nameof(exercise)),
        };
    }

    private static AnswerCheck Compare(NumberExercise exercise, IReadOnlyList<double> readings, double tolerance)
    {
        if (readings.Count == 0)
        {
            return new AnswerCheck(AnswerVerdict.Unreadable, null, null);
        }
        double given = readings.MinBy(reading => Math.Abs(reading - exercise.Answer));
        double off = given - exercise.Answer;
        double allowed = Math.Max(tolerance * exercise.Scale, Nothing + Rounded * Math.Abs(exercise.Answer));
        bool isMirrored = exercise.Answer != 0 && Math.Abs(given + exercise.Answer) <= allowed;
        AnswerVerdict verdict =
            Math.Abs(off) <= allowed ? AnswerVerdict.Right
            : isMirrored ? AnswerVerdict.WrongSign
            : Math.Abs(off) <= 10 * allowed ? AnswerVerdict.Close
            : AnswerVerdict.Wrong;
        return new AnswerCheck(verdict, given, off);
    }

    private static AnswerCheck Compare(ChoiceExercise exercise, int? place) =>
        place is null || place >= exercise.Choices.Count
            ? new AnswerCheck(AnswerVerdict.Unreadable, null, null)
            : new AnswerCheck(place == exercise.Answer ? AnswerVerdict.Right : AnswerVerdict.Wrong, place, null);
}
