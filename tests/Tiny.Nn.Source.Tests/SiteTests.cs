using System.Net;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Source.Tests;

/// <summary>The pages that .ci/site makes: every link leads somewhere.</summary>
public sealed partial class SiteTests
{
    private const string Variable = "TINYNN_SITE";

    [Test]
    public void Every_link_leads_to_a_page_and_to_a_place_on_it()
    {
        string site = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (site.Length == 0)
        {
            Assert.Ignore($"{Variable} names no directory of pages.");
        }
        Dictionary<string, HashSet<string>> places = Directory
            .EnumerateFiles(site, "*.html", SearchOption.AllDirectories)
            .ToDictionary(Path.GetFullPath, page => Places(File.ReadAllText(page)));
        List<string> lost = [];
        foreach (string page in places.Keys)
        {
            foreach (Match link in Links().Matches(File.ReadAllText(page)))
            {
                string[] target = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#', 2);
                string path =
                    target[0].Length == 0
                        ? page
                        : Path.GetFullPath(
                            Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(target[0]))
                        );
                bool isThere =
                    File.Exists(path)
                    && (
                        target.Length == 1
                        || target[1].Length == 0
                        || !places.TryGetValue(path, out HashSet<string>? known)
                        || known.Contains(Uri.UnescapeDataString(target[1]))
                    );
                if (!isThere)
                {
                    lost.Add($"{Path.GetRelativePath(site, page)}: {link.Groups[1].Value}");
                }
            }
        }
        Assert.That(places, Has.Count.AtLeast(100));
        Assert.That(lost.Distinct(), Is.Empty);
    }

    private static HashSet<string> Places(string page) =>
        [.. Ids().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];

    /// <summary>Links without a scheme: those to the world outside are not followed.</summary>
    [GeneratedRegex("<a [^>]*href=\"((?![a-z]+:)[^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("(?:id|name)=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
