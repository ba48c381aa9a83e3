namespace Tiny.Nn.Cli.Shell;

/// <summary>What the process ends with: a script can tell what went wrong without reading a message.</summary>
internal static class ExitCode
{
    internal const int Success = 0;

    /// <summary>The command line asks for what cannot be, or the output cannot be written.</summary>
    internal const int Usage = 2;

    /// <summary>The data cannot be used.</summary>
    internal const int BadData = 3;

    /// <summary>The model cannot be used.</summary>
    internal const int BadModel = 4;

    /// <summary>The loss left the range of numbers.</summary>
    internal const int Diverged = 5;

    /// <summary>Something is not as good as was asked for: a model, which is saved all the same, or derivatives that disagree.</summary>
    internal const int BelowGate = 6;

    /// <summary>A fault of the program (EX_SOFTWARE of sysexits.h).</summary>
    internal const int Fault = 70;

    /// <summary>Ended by a signal, as a shell counts it: this plus its number, 130 for Ctrl-C.</summary>
    internal const int BySignal = 128;
}
