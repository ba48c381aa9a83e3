using System.Globalization;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>Puts exercises into words, with the numbers that they take and the way to the answer.</summary>
internal sealed class ExerciseQuestions(TraceSubject subject)
{
    private readonly TraceNumbers numbers = subject.Numbers;
    private readonly ExerciseSolutions solutions = new(subject);
    private readonly ExerciseGiven given = new(subject);

    internal IReadOnlyList<Question> All(IReadOnlyList<Exercise> exercises) =>
        [.. exercises.Select((exercise, i) => Create(exercise, i + 1))];

    private Question Create(Exercise exercise, int number)
    {
        string[] choices = exercise is ChoiceExercise several
            ? [.. several.Choices.Select(choice => subject.Say(ExerciseCaptions.Choice(choice)))]
            : [];
        ExerciseChoice? right = exercise is ChoiceExercise choice ? choice.Choices[choice.Answer] : null;
        string answer = exercise switch
        {
            NumberExercise one => numbers.Of(one.Answer),
            ChoiceExercise some => $"({Question.Letter(some.Answer)}) {choices[some.Answer]}",
            _ => "",
        };
        return new Question(
            exercise,
            number,
            subject.Say(Text(exercise)) + Sample(exercise),
            given.Of(exercise),
            choices,
            answer,
            solutions.Of(exercise),
            right is { } chosen ? subject.Say(ExerciseCaptions.Reason(chosen)) : ""
        );
    }

    /// <summary>Which sample is meant, where there are several.</summary>
    private string Sample(Exercise exercise) =>
        subject.Trace.Samples.Count == 1
        || exercise.Kind is ExerciseKind.WeightAfterStep or ExerciseKind.GradientSign or ExerciseKind.OutputChoice
            ? ""
            : subject.Say(
                new(
                    $" (row {N(subject.Lesson.Rows[exercise.Place.Sample])})",
                    $"（{N(subject.Lesson.Rows[exercise.Place.Sample])}行目）"
                )
            );

    private Caption Text(Exercise exercise)
    {
        ExercisePlace place = exercise.Place;
        int l = place.Layer + 1;
        int i = place.Unit + 1;
        string z = Notation.Z(l, i);
        string a = Notation.A(l, i);
        string delta = Notation.Delta(l, i);
        string w = Notation.W(l, i, place.Input + 1);
        string into = Notation.Into(l, place.Input + 1);
        string f = subject.Trace.Samples[0].Layers[place.Layer].Activation.ToString();
        return exercise.Kind switch
        {
            ExerciseKind.WeightedSum => new(
                $"What is {z}, the sum that unit {i} of layer {l} makes of its inputs?",
                $"第{l}層のユニット {i} の重み付き和 {z} を求めなさい。"
            ),
            ExerciseKind.UnitOutput => new(
                $"What does unit {i} of layer {l} put out: {a} = f({z}), where f is {f}?",
                $"第{l}層のユニット {i} の出力 {a} = f({z}) を求めなさい。f は {f} です。"
            ),
            ExerciseKind.Loss => new(
                $"What is the loss ℓ ({subject.Trace.Loss.Name})?",
                $"損失 ℓ（{subject.Trace.Loss.Name}）を求めなさい。"
            ),
            ExerciseKind.OutputDelta => new(
                $"What is {delta} = ∂ℓ/∂{z} of output {i}? f is {f}, the loss {subject.Trace.Loss.Name}.",
                $"出力 {i} の {delta} = ∂ℓ/∂{z} を求めなさい。f は {f}、損失は {subject.Trace.Loss.Name} です。"
            ),
            ExerciseKind.HiddenDelta => new(
                $"What is {delta} = ∂ℓ/∂{z} of hidden unit {i} in layer {l}? f is {f}.",
                $"第{l}層（隠れ層）のユニット {i} の {delta} = ∂ℓ/∂{z} を求めなさい。f は {f} です。"
            ),
            ExerciseKind.SoftmaxSlope => new(
                $"What is ∂{a}/∂{Notation.Z(l, place.Input + 1)}, an entry of the Jacobian of softmax?",
                $"ソフトマックスのヤコビ行列の要素 ∂{a}/∂{Notation.Z(l, place.Input + 1)} を求めなさい。"
            ),
            ExerciseKind.WeightGradient => new(
                $"What is ∂ℓ/∂{w}, the loss's derivative by the weight to unit {i} of layer {l} from {into}?",
                $"第{l}層のユニット{i}への、{into} からの重みについての損失の偏微分 ∂ℓ/∂{w} を求めなさい。"
            ),
            ExerciseKind.WeightAfterStep => new(
                $"What is {w} after this step of {subject.Trace.Update.Optimizer.Name}? Give all digits.",
                $"{subject.Trace.Update.Optimizer.Name} の1ステップのあと、{w} はいくつになりますか。桁を省かずに答えなさい。"
            ),
            ExerciseKind.GradientSign => new(
                $"Where does gradient descent move {w}, and why?",
                $"勾配降下法は {w} をどちらへ動かしますか。それはなぜですか。"
            ),
            _ => Target(),
        };
    }

    private Caption Target()
    {
        IReadOnlyList<string> outputs = subject.Lesson.OutputNames;
        string listed = string.Join(", ", outputs.Take(6)) + (outputs.Count > 6 ? ", …" : "");
        return subject.Trace.Loss switch
        {
            Tiny.Nn.Losses.CrossEntropy => new(
                $"The target is one of {outputs.Count} classes ({listed}). Which output activation and which loss suit it?",
                $"目標値は{outputs.Count}クラス（{listed}）のどれかです。どの出力の活性化関数と損失関数が合いますか。"
            ),
            Tiny.Nn.Losses.BinaryCrossEntropy => new(
                $"The target is one of two classes, {listed} or not. Which output activation and which loss suit it, with one output?",
                $"目標値は {listed} かそうでないかの2クラスです。出力が1つのとき、どの出力の活性化関数と損失関数が合いますか。"
            ),
            _ => new(
                $"The target is a number that may have any size ({listed}). Which output activation and which loss suit it?",
                $"目標値はどんな大きさにもなりうる数値（{listed}）です。どの出力の活性化関数と損失関数が合いますか。"
            ),
        };
    }

    private static string N(int number) => number.ToString(CultureInfo.InvariantCulture);
}
