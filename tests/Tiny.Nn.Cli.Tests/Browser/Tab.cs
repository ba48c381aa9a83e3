using System.Collections.Concurrent;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>A tab of the browser, and what its page complained about and asked for.</summary>
internal sealed class Tab : IAsyncDisposable
{
    internal const int TabKey = 9;
    internal const int EnterKey = 13;

    private static readonly TimeSpan LongestLoad = TimeSpan.FromSeconds(120);

    private readonly DevTools tools;
    private readonly string session;
    private readonly string target;
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<string> requests = [];
    private TaskCompletionSource loaded = new();

    private Tab(DevTools tools, string session, string target)
    {
        this.tools = tools;
        this.session = session;
        this.target = target;
    }

    /// <summary>Errors and warnings on the console, and whatever was thrown and not caught.</summary>
    internal IEnumerable<string> Complaints => complaints;

    /// <summary>The addresses of all that was asked for, the page itself first.</summary>
    internal IEnumerable<string> Requests => requests;

    internal static async Task<Tab> StartAsync(DevTools tools, string session, string target)
    {
        Tab tab = new(tools, session, target);
        tools.Tell(session, tab.Hear);
        foreach (string part in new[] { "Page", "Runtime", "Log", "Network" })
        {
            await tab.AskAsync($"{part}.enable", new { });
        }
        await tab.AskAsync("Emulation.setFocusEmulationEnabled", new { enabled = true });
        return tab;
    }

    /// <param name="file">The page.</param>
    /// <param name="width">How wide the window is.</param>
    /// <param name="scheme">Which colours are preferred: light or dark.</param>
    /// <param name="medium">Where it is seen: screen or print.</param>
    internal async Task ShowAsync(string file, int width, string scheme, string medium = "screen")
    {
        object[] features = [new { name = "prefers-color-scheme", value = scheme }];
        await AskAsync("Emulation.setEmulatedMedia", new { media = medium, features });
        object window = new
        {
            width,
            height = 900,
            deviceScaleFactor = 1,
            mobile = false,
        };
        await AskAsync("Emulation.setDeviceMetricsOverride", window);
        loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await AskAsync("Page.navigate", new { url = new Uri(file).AbsoluteUri });
        await loaded.Task.WaitAsync(LongestLoad);
    }

    /// <summary>Has a script run before those of every page that is shown after.</summary>
    internal Task BeforeAsync(string source) => AskAsync("Page.addScriptToEvaluateOnNewDocument", new { source });

    /// <summary>What an expression is in the page.</summary>
    internal async Task<JsonElement> ReadAsync(string expression)
    {
        JsonElement answer = await AskAsync("Runtime.evaluate", new { expression, returnByValue = true });
        return answer.TryGetProperty("exceptionDetails", out JsonElement thrown)
                ? throw new InvalidOperationException(thrown.ToString())
            : answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value
            : default;
    }

    /// <summary>Moves the mouse over a place in the window and clicks.</summary>
    internal async Task ClickAsync(double x, double y)
    {
        foreach (string type in new[] { "mouseMoved", "mousePressed", "mouseReleased" })
        {
            object mouse = new
            {
                type,
                x,
                y,
                button = type == "mouseMoved" ? "none" : "left",
                clickCount = 1,
            };
            await AskAsync("Input.dispatchMouseEvent", mouse);
        }
    }

    /// <summary>Presses a key, <see cref="TabKey"/> or <see cref="EnterKey"/>, and lets go.</summary>
    internal async Task PressAsync(int code)
    {
        string key = code == EnterKey ? "Enter" : "Tab";
        object down = new
        {
            type = "keyDown",
            key,
            code = key,
            windowsVirtualKeyCode = code,
            text = code == EnterKey ? "\r" : "",
        };
        await AskAsync("Input.dispatchKeyEvent", down);
        object up = new
        {
            type = "keyUp",
            key,
            code = key,
            windowsVirtualKeyCode = code,
        };
        await AskAsync("Input.dispatchKeyEvent", up);
    }

    /// <summary>The page on paper, as PDF.</summary>
    internal async Task<byte[]> PrintAsync() =>
        (await AskAsync("Page.printToPDF", new { printBackground = true })).GetProperty("data").GetBytesFromBase64();

    public async ValueTask DisposeAsync() => await tools.AskAsync("Target.closeTarget", new { targetId = target });

    private Task<JsonElement> AskAsync(string method, object parameters) => tools.AskAsync(method, parameters, session);

    private void Hear(string method, JsonElement told)
    {
        switch (method)
        {
            case "Page.loadEventFired":
                loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                requests.Enqueue(told.GetProperty("request").GetProperty("url").GetString()!);
                break;
            case "Runtime.exceptionThrown":
                complaints.Enqueue(told.GetProperty("exceptionDetails").ToString());
                break;
            case "Runtime.consoleAPICalled"
                when told.GetProperty("type").GetString() is "error" or "warning" or "assert":
                complaints.Enqueue(told.GetProperty("args").ToString());
                break;
            case "Log.entryAdded"
                when told.GetProperty("entry").GetProperty("level").GetString() is "error" or "warning":
                complaints.Enqueue(told.GetProperty("entry").GetProperty("text").GetString()!);
                break;
            default:
                break;
        }
    }
}
