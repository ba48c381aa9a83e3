using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>A sheet as JSON: kinds do not depend on the language, sentences do.</summary>
internal static class JsonExercises
{
    /// <param name="sheets">The sheet, or the copies of a class, which stand in a list.</param>
    /// <param name="hasKey">Whether the answers are to be seen.</param>
    /// <param name="checks">What was found of answers to the one sheet; null where there are none.</param>
    internal static JsonObject Create(IReadOnlyList<Sheet> sheets, bool hasKey, IReadOnlyList<AnswerCheck>? checks)
    {
        JsonObject document = JsonDocuments.Create("exercise");
        if (sheets[0].Copy is null)
        {
            return Fill(document, sheets[0], hasKey, checks);
        }
        document["copies"] = new JsonArray([
            .. sheets.Select(sheet => Fill(new JsonObject { ["copy"] = sheet.Copy }, sheet, hasKey, null)),
        ]);
        return document;
    }

    private static JsonObject Fill(JsonObject document, Sheet sheet, bool hasKey, IReadOnlyList<AnswerCheck>? checks)
    {
        document["seed"] = sheet.Seed;
        document["facts"] = new JsonObject(
            sheet.Facts.Select(fact =>
                KeyValuePair.Create(fact.Name, (JsonNode?)JsonValue.Create(Notation.ToText(fact.Value)))
            )
        );
        document["questions"] = Questions(sheet, hasKey, checks);
        if (checks is not null)
        {
            document["right"] = checks.Count(check => check.IsRight);
        }
        return document;
    }

    /// <summary>A kind, in words with hyphens between them.</summary>
    internal static string Name(Enum kind) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{kind}");

    private static JsonArray Questions(Sheet sheet, bool hasKey, IReadOnlyList<AnswerCheck>? checks) =>
        new([
            .. sheet.Questions.Select(
                (question, i) => Create(question, hasKey || checks is not null, i < checks?.Count ? checks[i] : null)
            ),
        ]);

    private static JsonObject Create(Question question, bool hasKey, AnswerCheck? check)
    {
        JsonObject document = new()
        {
            ["number"] = question.Number,
            ["kind"] = Name(question.Exercise.Kind),
            ["question"] = Notation.ToText(question.Text),
            ["given"] = JsonDocuments.Texts(question.Given.Select(Notation.ToText)),
            ["choices"] = JsonDocuments.Texts(question.Choices.Select(Notation.ToText)),
            ["points"] = question.Points,
        };
        if (hasKey)
        {
            document["answer"] = question.Exercise is NumberExercise number
                ? JsonDocuments.Number(number.Answer)
                : Question.Letter(((ChoiceExercise)question.Exercise).Answer);
            document["solution"] = JsonDocuments.Texts(
                question.Solution.Select(line => Notation.ToText(Sheet.Line(line)))
            );
            document["reason"] = question.Reason;
        }
        if (check is not null)
        {
            document["verdict"] = Name(check.Verdict);
            document["read"] = JsonDocuments.Number(check.Given);
            document["off"] = JsonDocuments.Number(check.Off);
        }
        return document;
    }
}
