using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>The settings of a lesson as the flags that choose them.</summary>
internal static class LessonFlags
{
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
