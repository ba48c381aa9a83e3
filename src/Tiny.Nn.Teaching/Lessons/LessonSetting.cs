namespace Tiny.Nn.Teaching.Lessons;

/// <summary>What somebody chose for a lesson.</summary>
internal enum LessonSetting
{
    /// <summary>The loss.</summary>
    Loss,

    /// <summary>The activation of the output layer.</summary>
    OutputActivation,

    /// <summary>Which rows of the data make the batch.</summary>
    Rows,

    /// <summary>The units of the hidden layers.</summary>
    Hidden,

    /// <summary>The samples that were typed.</summary>
    Inputs,

    /// <summary>The targets of typed samples.</summary>
    Targets,
}
