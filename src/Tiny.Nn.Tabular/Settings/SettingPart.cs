namespace Tiny.Nn.Tabular.Settings;

/// <summary>What a setting is about: a command that makes less than a whole training takes some parts only.</summary>
internal enum SettingPart
{
    /// <summary>How features become inputs, and what the target is taken for.</summary>
    Data,

    /// <summary>Which hidden layers there are, and how they start.</summary>
    Network,

    /// <summary>How one step is made of one gradient.</summary>
    Step,

    /// <summary>How classes, rows and epochs make a training.</summary>
    Training,
}
