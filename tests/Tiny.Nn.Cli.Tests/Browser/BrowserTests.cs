using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>What the command writes to be looked at, looked at.</summary>
[Category("Browser")]
internal sealed class BrowserTests
{
    [TestCaseSource(typeof(Subjects), nameof(Subjects.Names))]
    public async Task It_opens_without_a_complaint_and_asks_for_nothing(string name)
    {
        string file = Subjects.File(name);
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(file, 1280, "light");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(tab.Complaints, Is.Empty);
            Assert.That(tab.Requests, Is.EqualTo([new Uri(file).AbsoluteUri]));
            Assert.That(Look.Addresses(await File.ReadAllTextAsync(file)), Is.Empty);
        }
    }

    [Test]
    public async Task It_is_readable_in_wide_and_narrow_windows_by_day_and_night(
        [ValueSource(typeof(Subjects), nameof(Subjects.Names))] string name,
        [Values(1280, 400)] int width,
        [Values("light", "dark")] string scheme
    )
    {
        string file = Subjects.File(name);
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(file, width, scheme);
        Look look = await Look.AtAsync(tab);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(look.Texts, Is.GreaterThan(5));
            Assert.That(look.Faults, Is.Empty);
            Assert.That(tab.Complaints, Is.Empty);
        }
    }

    /// <summary>Between the margins of A4 there are 717 pixels. A picture has one page, whatever its size.</summary>
    [TestCaseSource(typeof(Subjects), nameof(Subjects.Names))]
    public async Task It_can_be_printed(string name)
    {
        string file = Subjects.File(name);
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(file, 717, "dark", "print");
        Look look = await Look.AtAsync(tab);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(look.Texts, Is.GreaterThan(5));
            Assert.That(look.Faults, Is.Empty);
            Assert.That(
                Look.PagesOf(await tab.PrintAsync()),
                Is.InRange(1, Path.GetExtension(file) == ".svg" ? 1 : 40)
            );
        }
    }

    [TestCaseSource(typeof(Subjects), nameof(Subjects.Traces))]
    public async Task A_weight_is_picked_by_a_click_on_its_line(string name)
    {
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(Subjects.File(name), 1280, "light");
        Assert.That(await ShownAsync(tab), Is.EqualTo("w1-1-1"));

        // Lines cross: a place where this one is on top.
        JsonElement place = await tab.ReadAsync(
            """
            (function () {
              var link = document.querySelector('.network a[data-pick="w2-3-2"]');
              link.scrollIntoView({ block: 'center' });
              var line = link.querySelector('.weight');
              for (var share = 0.3; share < 1; share += 0.02) {
                var point = new DOMPoint(
                  line.x1.baseVal.value + share * (line.x2.baseVal.value - line.x1.baseVal.value),
                  line.y1.baseVal.value + share * (line.y2.baseVal.value - line.y1.baseVal.value)
                ).matrixTransform(line.getScreenCTM());
                if (link.contains(document.elementFromPoint(point.x, point.y))) { return [point.x, point.y]; }
              }
            })()
            """
        );
        await tab.ClickAsync(place[0].GetDouble(), place[1].GetDouble());
        Assert.That(await ShownAsync(tab), Is.EqualTo("w2-3-2"));
    }

    [TestCaseSource(typeof(Subjects), nameof(Subjects.Traces))]
    public async Task A_weight_is_picked_by_keys_alone_and_is_seen_to_be_in_focus(string name)
    {
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(Subjects.File(name), 1280, "light");
        const string Line = "document.querySelector('.network a[data-pick=\"w2-1-2\"] .weight')";
        string before = (await tab.ReadAsync($"getComputedStyle({Line}).stroke")).GetString()!;
        string focused = "";
        for (int i = 0; i < 60 && focused != "w2-1-2"; i++)
        {
            await tab.PressAsync(Tab.TabKey);
            focused = (await tab.ReadAsync("document.activeElement.dataset.pick || ''")).GetString()!;
        }
        Assert.That(focused, Is.EqualTo("w2-1-2"));
        Assert.That((await tab.ReadAsync($"getComputedStyle({Line}).stroke")).GetString(), Is.Not.EqualTo(before));
        await tab.PressAsync(Tab.EnterKey);
        Assert.That(await ShownAsync(tab), Is.EqualTo("w2-1-2"));
    }

    /// <summary>The parameters whose chain rules can be seen, that are marked in the drawing, and that are marked in the list: the same.</summary>
    private static async Task<string> ShownAsync(Tab tab)
    {
        JsonElement seen = await tab.ReadAsync(
            """
            ['.chain', '.weight.picked', '.picks a[aria-current]'].map(function (kind) {
              return Array.from(document.querySelectorAll(kind))
                .filter(function (element) { return element.checkVisibility(); })
                .map(function (element) { return element.dataset.pick || element.id; })
                .join();
            })
            """
        );
        string[] names = [.. seen.EnumerateArray().Select(part => part.GetString()!)];
        Assert.That(names, Is.All.EqualTo(names[0]));
        return names[0];
    }
}
