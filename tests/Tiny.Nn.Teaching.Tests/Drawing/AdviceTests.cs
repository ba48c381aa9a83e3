using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Teaching.Tests.Drawing;

[TestFixture]
public sealed partial class AdviceTests
{
    [Test]
    public void An_advice_names_settings_that_there_are([Values] SymptomKind kind)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            string advice = SymptomTitles.Advice(kind).In(language);
            Assert.That(Flags().Matches(advice).Select(flag => flag.Groups[1].Value), Is.SubsetOf(Recipe.SettingNames));
        }
    }

    [GeneratedRegex("--([a-z0-9-]+)")]
    private static partial Regex Flags();
}
