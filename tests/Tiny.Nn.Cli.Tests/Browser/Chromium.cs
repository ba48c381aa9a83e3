using System.Diagnostics;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>A browser without a window, with a profile of its own and no way to the network but to this machine.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo profile;
    private readonly Process process;
    private readonly DevTools tools;

    private Chromium(DirectoryInfo profile, Process process, DevTools tools)
    {
        this.profile = profile;
        this.process = process;
        this.tools = tools;
    }

    /// <param name="program">Where it is.</param>
    internal static async Task<Chromium> StartAsync(string program)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("tinynn-browser-");
        ProcessStartInfo start = new(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "--headless",
                // The pages are ours, and in a container there is no sandbox to be had.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                $"--user-data-dir={profile.FullName}",
                "about:blank",
            },
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Chromium(profile, process, await DevTools.ConnectAsync(await AddressAsync(profile, process)));
    }

    /// <summary>A new tab, empty.</summary>
    internal async Task<Tab> OpenAsync()
    {
        JsonElement target = await tools.AskAsync("Target.createTarget", new { url = "about:blank" });
        string targetId = target.GetProperty("targetId").GetString()!;
        JsonElement session = await tools.AskAsync("Target.attachToTarget", new { targetId, flatten = true });
        return await Tab.StartAsync(tools, session.GetProperty("sessionId").GetString()!, targetId);
    }

    public async ValueTask DisposeAsync()
    {
        await tools.DisposeAsync();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Some process of the browser still writes; the system tidies its temporary files.
        }
    }

    /// <summary>Where it listens, which it writes into its profile once it does.</summary>
    private static async Task<Uri> AddressAsync(DirectoryInfo profile, Process process)
    {
        string file = Path.Combine(profile.FullName, "DevToolsActivePort");
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < LongestStart; await Task.Delay(50))
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is [var port, var path])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }
        }
        process.Kill(entireProcessTree: true);
        throw new TimeoutException("The browser does not say where it listens.");
    }
}
