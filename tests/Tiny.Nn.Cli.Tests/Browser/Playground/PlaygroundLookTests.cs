using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Browser.Playground;

/// <summary>What the page looks and sounds like: wide and narrow, by day and night, in both languages, by keys alone.</summary>
[Category("Playground")]
[NonParallelizable]
internal sealed class PlaygroundLookTests
{
    [Test]
    public async Task It_is_readable(
        [Values(360, 800, 1280, 2000)] int width,
        [Values("light", "dark")] string scheme,
        [Values("en", "ja")] string language
    )
    {
        await using Page page = await Page.OpenAsync($"scene=4&epochs=6&speed=fast&lang={language}", width, scheme);
        await page.TrainAsync();
        Look look = await Look.AtAsync(page.Tab);
        JsonElement wide = await page.Tab.ReadAsync("document.documentElement.scrollWidth - innerWidth");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(look.Texts, Is.GreaterThan(100));
            Assert.That(look.Pale, Is.Empty);
            Assert.That(wide.GetInt32(), Is.LessThanOrEqualTo(0), "nothing is wider than the window");
            Assert.That(page.Tab.Complaints, Is.Empty);
        }
    }

    [TestCase("en")]
    [TestCase("ja")]
    public async Task Every_control_and_every_picture_has_a_name(string language)
    {
        await using Page page = await Page.OpenAsync($"epochs=3&speed=fast&lang={language}");
        await page.TrainAsync();
        string nameless = await page.ReadAsync(
            """
            Array.from(document.querySelectorAll('button, select, input, textarea, canvas, svg, summary')).filter(function (element) {
              if (element.closest('[aria-hidden="true"]')) { return false; }
              var labels = Array.from(element.labels || []).map(function (label) { return label.innerText || label.textContent; }).join('');
              var name = element.getAttribute('aria-label') || labels || (/^(BUTTON|SUMMARY)$/.test(element.tagName) ? element.textContent : '');
              return name.trim() === '';
            }).map(function (element) { return element.outerHTML.slice(0, 80); }).join('\n')
            """
        );
        Assert.That(nameless, Is.Empty);
        string unsaid = await page.ReadAsync(
            "Array.from(document.querySelectorAll('[data-say]')).filter(e => e.textContent === e.dataset.say && !['data', 'rows', 'classes', 'noise', 'value', 'unit', 'layer', 'from', 'up', 'across', 'epochs', 'steps', 'language', 'files', 'columns', 'thousands', 'encoding', 'optimizer', 'schedule', 'dropout', 'normalization', 'patience', 'seed', 'goals', 'link', 'picture', 'playground', 'activation', 'hide'].includes(e.dataset.say)).map(e => e.dataset.say).join()"
        );
        Assert.That(unsaid, Is.Empty, "each text has words in this language");
        Assert.That(await page.ReadAsync("document.documentElement.lang"), Is.EqualTo(language));
    }

    [Test]
    public async Task It_can_be_used_by_keys_alone()
    {
        await using Page page = await Page.OpenAsync("epochs=3&speed=fast");
        await FocusAsync(page, "play");
        await page.Tab.PressAsync(Tab.EnterKey);
        await page.UntilAsync(
            "document.getElementById('play').disabled && !/…$/.test(document.getElementById('status').textContent)"
        );
        await FocusAsync(page, "plane");
        await page.Tab.ReadAsync(
            "document.getElementById('plane').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }))"
        );
        await page.UntilAsync("Number(document.getElementById('row').value) > 1");
    }

    private static async Task FocusAsync(Page page, string id)
    {
        for (int i = 0; i < 120; i++)
        {
            await page.Tab.PressAsync(Tab.TabKey);
            if (await page.ReadAsync("document.activeElement.id") == id)
            {
                string outline = await page.ReadAsync("getComputedStyle(document.activeElement).outlineStyle");
                Assert.That(outline, Is.Not.EqualTo("none"), "the focus is seen");
                return;
            }
        }
        Assert.Fail($"No number of tabs leads to {id}.");
    }
}
