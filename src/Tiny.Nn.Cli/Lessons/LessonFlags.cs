using System.CommandLine;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Losses;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>The settings of a lesson as the flags that choose them.</summary>
internal static class LessonFlags
{
    internal static Option<Activation?> OutputActivation() =>
        Flag.Named(
            "--output-activation",
            "What the last sums go through. [what suits the target]",
            new ActivationText()
        );

    internal static Option<Loss?> Loss() =>
        Flag.Named(
            "--loss",
            $"What compares outputs with targets: {string.Join(", ", Losses.Loss.All.Select(loss => loss.Name))}. [what suits the output]",
            new NameText<Loss>(() => Losses.Loss.All, loss => loss.Name)
        );

    internal static string Word(LessonSetting setting, string value)
    {
        string flag = setting switch
        {
            LessonSetting.Loss => "--loss",
            LessonSetting.OutputActivation => "--output-activation",
            LessonSetting.Rows => "--rows",
            LessonSetting.Hidden => "--hidden",
            LessonSetting.Inputs => "--input",
            LessonSetting.Targets => "--expected",
            _ => throw new ArgumentOutOfRangeException(nameof(setting)),
        };
        return value.Length == 0 ? flag : $"{flag} {value}";
    }
}
