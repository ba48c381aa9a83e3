using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tests.Settings;

/// <summary>The table of settings in the README is made of the table of settings.</summary>
[TestFixture]
public sealed class ReadmeSettingsTests
{
    private const string Head =
        "| setting | what it does | values | where it is not given |\n| --- | --- | --- | --- |\n";

    [Test]
    public void The_readme_lists_all_settings()
    {
        string[] parts = new Markdown("README.md").Text.Split($"\n{Head}");
        Assert.That(parts, Has.Length.EqualTo(2), $"The README has one table with this head:\n{Head}");
        string[] shown = parts[1].Split("\n\n")[0].Split('\n');
        string[] wanted = [.. SettingTable.All.Select(Row)];
        Assert.Multiple(() =>
        {
            Assert.That(wanted.Except(shown), Is.Empty, "The README lacks these rows. Paste them.");
            Assert.That(
                shown.Except(wanted),
                Is.Empty,
                "The README has these rows that are of no setting, or no longer so."
            );
        });
        Assert.That(shown, Is.EqualTo(wanted), "The README has all rows, in another order or twice.");
    }

    private static string Row(Setting setting) =>
        $"| `--{setting.Name}` | {setting.Description} | {setting.Range} | {setting.Default(new Recipe())} |";
}
