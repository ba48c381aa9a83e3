using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Trace;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Sheets;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;
using Tiny.Nn.Teaching.Lessons;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Cli.Exercises;

/// <summary>Draws sheets of questions: one, or a copy for each of a class, every copy with a seed of its own.</summary>
/// <param name="draft">The lesson.</param>
/// <param name="kinds">What may be asked for.</param>
/// <param name="count">How many questions a sheet has.</param>
/// <param name="language">The language of the questions.</param>
/// <param name="command">Which command wants them.</param>
internal sealed class ClassSheets(LessonDraft draft, ExerciseKind[] kinds, int count, Language language, string command)
{
    private const int Digits = 6;

    /// <summary>The sheets; without a number of copies there is one.</summary>
    /// <exception cref="UsageException">The network has no such exercises, or is too large.</exception>
    internal IReadOnlyList<Sheet> Draw(int? copies) =>
        copies is { } many
            ? [.. Enumerable.Range(0, many).Select(i => Draw(draft.Seed + (ulong)i) with { Copy = i + 1 })]
            : [Draw(draft.Seed)];

    private Sheet Draw(ulong seed)
    {
        Lesson lesson = ShownLayers.Require(draft.Create(seed));
        TraceLimit.OfReaders.Require(command, lesson.Network.Parameters.Rows, lesson.Batch.Count);
        StepTrace trace = StepTracer.Run(
            lesson.Network,
            lesson.Loss,
            lesson.Recipe.UpdateRule,
            lesson.Batch,
            length: lesson.Length
        );
        IReadOnlyList<Exercise> exercises = ExerciseBook.Draw(trace, kinds, count, new Generator(seed));
        if (exercises.Count == 0)
        {
            throw new UsageException(
                "This network has no such exercises.",
                $"--kind {string.Join(',', kinds.Select(ExerciseKinds.NameOf))}",
                "Ask for another kind, or for another network: softmax is for three classes or more, hidden-delta for hidden layers."
            );
        }
        TraceSubject subject = new(lesson, trace, language, new TraceNumbers(Digits));
        return new Sheet(subject, seed, new ExerciseQuestions(subject).All(exercises));
    }
}
