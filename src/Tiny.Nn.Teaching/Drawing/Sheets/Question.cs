using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Exercises;

namespace Tiny.Nn.Teaching.Drawing.Sheets;

/// <summary>An exercise in words. Symbols stand in it as <see cref="Notation"/> has them.</summary>
/// <param name="Exercise">What is asked.</param>
/// <param name="Number">Its number on the sheet, from 1 on.</param>
/// <param name="Text">The question.</param>
/// <param name="Given">The numbers that it takes.</param>
/// <param name="Choices">What there is to choose from; empty where a number is asked for.</param>
/// <param name="Answer">The right answer.</param>
/// <param name="Solution">How it comes about.</param>
/// <param name="Reason">Why, in words; empty where the formulas tell it.</param>
internal sealed record Question(
    Exercise Exercise,
    int Number,
    string Text,
    IReadOnlyList<string> Given,
    IReadOnlyList<string> Choices,
    string Answer,
    IReadOnlyList<TraceLine> Solution,
    string Reason
)
{
    /// <summary>The letter of a choice.</summary>
    internal static string Letter(int place) => $"{(char)('a' + place)}";
}
