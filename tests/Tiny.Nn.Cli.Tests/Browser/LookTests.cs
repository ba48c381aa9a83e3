namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>That looking finds what is wrong, and only that: pages with one fault each.</summary>
[Category("Browser")]
internal sealed class LookTests
{
    private const string Picture = "<svg viewBox='0 0 200 100' width='200' height='100'>";

    [TestCase("<p>One line.</p><p>Another <sub>below</sub> line.</p>")]
    [TestCase("<div style='overflow-x: auto'><div style='width: 3000px'>Wide, in a box that scrolls.</div></div>")]
    [TestCase("<h1 style='font-size: 26px; color: #888'>Large letters may be paler.</h1>")]
    [TestCase($"{Picture}<text x='10' y='20'>One</text><text x='10' y='40'>Two</text></svg>")]
    [TestCase(
        $"{Picture}<circle cx='20' cy='16' r='4'></circle><text x='10' y='20' style='paint-order: stroke; stroke: white'>One</text></svg>"
    )]
    public async Task Good_pages_have_no_faults(string body) => Assert.That((await AtAsync(body)).Faults, Is.Empty);

    [TestCase("<p>One line.</p><p style='margin-top: -30px'>Another line.</p>")]
    [TestCase($"{Picture}<text x='10' y='20'>One</text><text x='20' y='22'>Two</text></svg>")]
    [TestCase(
        $"{Picture}<circle class='unit' cx='50' cy='50' r='20' fill='white'></circle><text x='60' y='50'>rim</text></svg>"
    )]
    [TestCase($"{Picture}<circle cx='20' cy='16' r='4' fill='white'></circle><text x='10' y='20'>One</text></svg>")]
    public async Task Overlaps_are_found(string body)
    {
        Look look = await AtAsync(body);
        Assert.That(look.Overlaps, Has.Count.EqualTo(1));
        Assert.That(look.Faults, Is.EqualTo(look.Overlaps.Select(fault => $"overlap: {fault}")));
    }

    [TestCase(
        "<p style='white-space: nowrap'>A line that goes on and on and on and on and on and on and on and on and on.</p>"
    )]
    [TestCase("<div style='width: 500px; height: 1px'></div>")]
    [TestCase($"{Picture}<text x='190' y='20'>One that is cut off</text></svg>")]
    public async Task Whatever_is_too_wide_is_found(string body)
    {
        Look look = await AtAsync(body);
        Assert.That(look.Wide, Is.Not.Empty);
        Assert.That(look.Faults, Is.EqualTo(look.Wide.Select(fault => $"too wide: {fault}")));
    }

    [TestCase("<p style='color: #888'>Grey on white</p>")]
    [TestCase("<p style='background: #333'>Black on dark</p>")]
    [TestCase("<p style='opacity: 0.4'>Faded</p>")]
    [TestCase($"{Picture}<rect width='200' height='100' fill='#226'></rect><text x='10' y='20'>One</text></svg>")]
    [TestCase($"{Picture}<text x='10' y='20' fill='#aaa'>One</text></svg>")]
    public async Task Too_little_contrast_is_found(string body)
    {
        Look look = await AtAsync(body);
        Assert.That(look.Pale, Has.Count.EqualTo(1));
        Assert.That(look.Faults, Is.EqualTo(look.Pale.Select(fault => $"too pale: {fault}")));
    }

    [TestCase("<script>console.error('so it is')</script>")]
    [TestCase("<script>throw new Error('so it is')</script>")]
    [TestCase(
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\"><p style='color: red'>so it is</p>"
    )]
    public async Task Complaints_are_heard(string body)
    {
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(Subjects.Own(body), 400, "light");
        Assert.That(tab.Complaints, Is.Not.Empty);
    }

    [TestCase("<img src='https://example.org/a.png' alt=''>")]
    [TestCase("<style>@import 'other.css';</style>")]
    public async Task Requests_are_heard(string body)
    {
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(Subjects.Own(body), 400, "light");
        Assert.That(tab.Requests.Count(), Is.EqualTo(2));
    }

    [Test]
    public void Addresses_are_found() =>
        Assert.That(
            Look.Addresses("<svg xmlns=\"http://www.w3.org/2000/svg\"><a href=\"https://example.org/a\">"),
            Is.EqualTo(["https://example.org/a"])
        );

    private static async Task<Look> AtAsync(string body)
    {
        await using Tab tab = await OneBrowser.OpenAsync();
        await tab.ShowAsync(Subjects.Own($"<!DOCTYPE html><title>A page</title><body>{body}"), 400, "light");
        return await Look.AtAsync(tab);
    }
}
