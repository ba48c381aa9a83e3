using System.Diagnostics;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Browser.Playground;

/// <summary>The page of the playground in a tab, as a test uses it.</summary>
internal sealed class Page : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private Page(Tab tab) => Tab = tab;

    internal Tab Tab { get; }

    /// <summary>Opens a scene, and waits until it can be trained.</summary>
    /// <param name="state">What stands behind the # of the address.</param>
    /// <param name="width">How wide the window is.</param>
    /// <param name="scheme">Which colours are preferred: light or dark.</param>
    internal static async Task<Page> OpenAsync(string state, int width = 1400, string scheme = "light")
    {
        Page page = new(await OneBrowser.OpenAsync());
        await page.Tab.ShowAsync($"{ServedPlayground.Address}#{state}", width, scheme);
        await page.ReadyAsync();
        return page;
    }

    /// <summary>Opens a page that cannot begin, and tells what it says.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="before">A script that runs before its own.</param>
    internal static async Task<string> FailAsync(string address, string before = "")
    {
        await using Page page = new(await OneBrowser.OpenAsync());
        await page.Tab.BeforeAsync(before);
        await page.Tab.ShowAsync(address, 1400, "light");
        string error = await page.ErrorAsync();
        Assert.That(await page.TextAsync("status"), Is.Empty, "it does not load any more");
        Assert.That(await page.ReadAsync("document.getElementById('play').disabled"), Is.EqualTo("true"));
        return error;
    }

    /// <summary>Waits until training can begin.</summary>
    internal Task ReadyAsync() => UntilAsync("!document.getElementById('play').disabled");

    /// <summary>Plays until the training is over.</summary>
    internal async Task TrainAsync()
    {
        await PressAsync("play");
        await UntilAsync(
            "document.getElementById('play').disabled && !/…$/.test(document.getElementById('status').textContent)"
        );
    }

    internal Task<string> TextAsync(string id) => ReadAsync($"document.getElementById('{id}').innerText");

    internal async Task<string> ReadAsync(string expression) =>
        (await Tab.ReadAsync($"String({expression})")).GetString()!;

    internal Task PressAsync(string id) => Tab.ReadAsync($"document.getElementById('{id}').click()");

    /// <summary>Gives a control a value, as somebody does who types or chooses.</summary>
    internal Task SetAsync(string id, string value) =>
        Tab.ReadAsync(
            $$"""
            (function () {
              var control = document.getElementById('{{id}}');
              control.value = {{JsonSerializer.Serialize(value)}};
              control.dispatchEvent(new Event('change'));
            })()
            """
        );

    /// <summary>Waits until an expression is true; an error on the page ends the wait.</summary>
    internal async Task UntilAsync(string expression)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (await ReadAsync($"Boolean({expression})") != "true")
        {
            string error = await ReadAsync(
                "document.getElementById('error').hidden ? '' : document.getElementById('error').innerText"
            );
            Assert.That(error, Is.Empty);
            Assert.That(waited.Elapsed, Is.LessThan(Longest), expression);
            await Task.Delay(100);
        }
    }

    /// <summary>Waits for an error on the page, and tells it.</summary>
    internal async Task<string> ErrorAsync()
    {
        Stopwatch waited = Stopwatch.StartNew();
        while (await ReadAsync("document.getElementById('error').hidden") == "true")
        {
            Assert.That(waited.Elapsed, Is.LessThan(Longest));
            await Task.Delay(100);
        }
        return await TextAsync("error");
    }

    public ValueTask DisposeAsync() => Tab.DisposeAsync();
}
