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

    /// <summary>The processes that a launcher of MPI started cannot make one run.</summary>
    internal const int BrokenJob = 7;

    /// <summary>A fault of the program (EX_SOFTWARE of sysexits.h).</summary>
    internal const int Fault = 70;

    /// <summary>Ended by Ctrl-C, as a shell counts it: 128 + SIGINT.</summary>
    internal const int Interrupted = 130;

    /// <summary>128 + SIGTERM.</summary>
    internal const int Terminated = 143;

    /// <summary>Ended by a closed terminal: 128 + SIGHUP.</summary>
    internal const int HungUp = 129;
}
