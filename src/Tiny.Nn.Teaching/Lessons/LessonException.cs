namespace Tiny.Nn.Teaching.Lessons;

/// <summary>A lesson that cannot be: what is wrong, where, and what to do. Settings stand in it as settings, which who shows it words.</summary>
internal sealed class LessonException : Exception
{
    private readonly Func<Wording, string> where;
    private readonly Func<Wording, string> advice;

    /// <param name="what">What is wrong, as a sentence.</param>
    /// <param name="where">The setting that it is about.</param>
    /// <param name="advice">What to do about it, as a sentence.</param>
    internal LessonException(string what, Func<Wording, string> where, Func<Wording, string> advice)
        : base($"{where(Plain)}: {what} {advice(Plain)}")
    {
        What = what;
        this.where = where;
        this.advice = advice;
    }

    /// <param name="what">What is wrong, as a sentence.</param>
    /// <param name="where">The place in a file.</param>
    /// <param name="advice">What to do about it, as a sentence.</param>
    /// <param name="cause">The error behind it, where there is one.</param>
    internal LessonException(string what, string where, string advice, Exception? cause = null)
        : base($"{where}: {what} {advice}", cause)
    {
        What = what;
        this.where = _ => where;
        this.advice = _ => advice;
    }

    /// <summary>How a setting with its value is called.</summary>
    internal delegate string Wording(LessonSetting setting, string value);

    /// <summary>What is wrong, as a sentence.</summary>
    internal string What { get; }

    /// <summary>The place that it is about.</summary>
    internal string Where(Wording word) => where(word);

    /// <summary>What to do about it, as a sentence.</summary>
    internal string Advice(Wording word) => advice(word);

    private static string Plain(LessonSetting setting, string value)
    {
        string name = setting switch
        {
            LessonSetting.Loss => "loss",
            LessonSetting.OutputActivation => "output activation",
            LessonSetting.Rows => "rows",
            LessonSetting.Hidden => "hidden layers",
            LessonSetting.Inputs => "inputs",
            LessonSetting.Targets => "targets",
            _ => throw new ArgumentOutOfRangeException(nameof(setting)),
        };
        return value.Length == 0 ? name : $"{name} {value}";
    }
}
