namespace Tiny.Nn.Cli.Tests;

/// <summary>A directory for each test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class CommandTests : IDisposable
{
    private protected Workplace Place { get; } = new();

    private protected Run Tinynn(params string[] arguments) => Tests.Tinynn.In(Place, arguments);

    /// <summary>The same without a process of its own, unless a published command is tested.</summary>
    private protected Run Asked(params string[] arguments) =>
        TestedCommand.IsPublished ? Tinynn(arguments) : InProcess.In(Place, arguments);

    public void Dispose() => Place.Dispose();
}
