namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>The browser of all tests that need one, where the environment says that there is one: <c>.ci/browser</c> looks for it.</summary>
[SetUpFixture]
internal sealed class OneBrowser
{
    private const string Variable = "TINYNN_BROWSER";

    private static Chromium? started;

    internal static Task<Tab> OpenAsync() => started!.OpenAsync();

    [OneTimeSetUp]
    public static async Task Start_it()
    {
        string program = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (program.Length == 0)
        {
            Assert.Ignore($"{Variable} names no Chromium. Install one (apt-get install chromium) and run .ci/browser.");
        }
        started = await Chromium.StartAsync(program);
    }

    [OneTimeTearDown]
    public static async Task End_it()
    {
        if (started is not null)
        {
            await started.DisposeAsync();
        }
    }
}
