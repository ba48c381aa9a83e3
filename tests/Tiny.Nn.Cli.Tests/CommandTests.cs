namespace Tiny.Nn.Cli.Tests;

/// <summary>A directory for each test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class CommandTests : IDisposable
{
    private protected Workplace Place { get; } = new();

    private protected Run Tinynn(params string[] arguments) => Tests.Tinynn.In(Place, arguments);

    /// <summary>The same without a process: for what does not depend on one, such as what is refused before anything is read.</summary>
    private protected static Run Asked(params string[] arguments) => InProcess.Run(arguments);

    public void Dispose() => Place.Dispose();
}
