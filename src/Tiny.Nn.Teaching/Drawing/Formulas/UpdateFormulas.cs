using System.Globalization;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What the optimizer of a step made of the derivative by one parameter.</summary>
internal sealed class UpdateFormulas(StepTrace trace, TraceNumbers numbers)
{
    private readonly UpdateTrace update = trace.Update;
    private readonly OptimizerWords words = FunctionWords.Of(trace.Update.Optimizer);

    /// <summary>The names of what the optimizer gathers.</summary>
    internal IReadOnlyList<string> Moments => words.Moments;

    /// <summary>The rules in symbols.</summary>
    internal IReadOnlyList<string> Rules => words.Rules;

    /// <summary>The settings with their symbols.</summary>
    internal string Settings
    {
        get
        {
            IEnumerable<string> settings = words
                .Settings.Prepend((Symbol: "η", Value: update.LearningRate))
                .Select(setting => $"{setting.Symbol} = {numbers.Of(setting.Value)}");
            string[] step = words.CountsSteps ? [$"t = {update.Number.ToString(CultureInfo.InvariantCulture)}"] : [];
            return string.Join(", ", settings.Concat(step));
        }
    }

    /// <summary>The rules with the numbers of one parameter put in.</summary>
    internal IEnumerable<TraceLine> Lines(TracedParameter parameter)
    {
        int place = parameter.Place;
        ParameterStep step = new(
            parameter.Symbol,
            update.Gradient[place, 0],
            update.Before[place, 0],
            [.. update.MomentsBefore.Select(moment => moment[place, 0])],
            [.. update.MomentsAfter.Select(moment => moment[place, 0])],
            update.LearningRate,
            update.Number,
            numbers
        );
        string result = numbers.Of(update.After[place, 0]);
        string[] sides = words.Update?.Invoke(step) is (string symbols, string filled)
            ? [symbols, filled, result]
            : [result];
        return [.. words.MomentLines(step), ParameterStep.Arrow(step.W, sides)];
    }
}
