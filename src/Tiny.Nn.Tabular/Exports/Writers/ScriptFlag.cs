namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>The flag of a program that is written, by which it runs its self-test. It is none of the command's.</summary>
internal static class ScriptFlag
{
    /// <summary>Two dashes, and what is to be done.</summary>
    internal const string SelfTest = "--" + "self-test";
}
