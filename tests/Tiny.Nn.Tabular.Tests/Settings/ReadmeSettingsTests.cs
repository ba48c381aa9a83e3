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
        string table = Head + string.Concat(SettingTable.All.Select(Row));
        Assert.That(new Markdown("README.md").Text, Does.Contain($"\n{table}\n"), table);
    }

    private static string Row(Setting setting) =>
        $"| `--{setting.Name}` | {setting.Description} | {setting.Range} | {setting.Default(new Recipe())} |\n";
}
