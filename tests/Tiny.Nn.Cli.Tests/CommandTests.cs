namespace Tiny.Nn.Cli.Tests;

/// <summary>A directory for each test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class CommandTests : IDisposable
{
    private protected Workplace Place { get; } = new();

    private protected Run Tinynn(params string[] arguments) => Tests.Tinynn.In(Place, arguments);

    public void Dispose() => Place.Dispose();
}
