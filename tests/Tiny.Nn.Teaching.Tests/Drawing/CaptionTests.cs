using System.Reflection;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class CaptionTests
{
    private static IEnumerable<TestCaseData> Captions =>
        from type in typeof(Caption).Assembly.GetTypes()
        from member in type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where member.FieldType == typeof(Caption)
        let caption = (Caption)member.GetValue(null)!
        select new TestCaseData(caption).SetArgDisplayNames($"{type.Name}.{member.Name}");

    [TestCaseSource(nameof(Captions))]
    public void Every_caption_has_both_languages(Caption caption)
    {
        Assert.That(caption.English, Is.Not.Empty);
        Assert.That(caption.Japanese, Is.Not.Empty);
        Assert.That(caption.English.Any(IsJapanese), Is.False, caption.English);
    }

    [TestCaseSource(nameof(Captions))]
    public void Japanese_counts_stand_beside_their_counters_and_colons_are_wide(Caption caption)
    {
        Assert.That(caption.Japanese, Does.Not.Match("[0-9}] (層|行|エポック|ステップ|クラス|問|個|通り|桁|回|点)"));
        Assert.That(caption.Japanese, Does.Not.Match("[ぁ-んァ-ヶ一-龯]:"));
        Assert.That(caption.Japanese, Does.Not.Contain("学習データ").And.Not.Contain("ヤコビアン"));
    }

    [Test]
    public void The_glossary_explains_each_term_once_in_both_languages()
    {
        Assert.That(Glossary.Entries.Select(entry => entry.Term.English), Is.Unique);
        Assert.That(Glossary.Entries.Select(entry => entry.Term.Japanese), Is.Unique);
        Assert.That(Glossary.Entries.Select(entry => entry.Meaning.Japanese.Any(IsJapanese)), Is.All.True);
    }

    [TestCaseSource(nameof(Kinds))]
    public void Every_symptom_has_a_title_and_an_advice_in_both_languages(int kind)
    {
        foreach (
            Caption caption in new[] { SymptomTitles.Title((SymptomKind)kind), SymptomTitles.Advice((SymptomKind)kind) }
        )
        {
            Assert.That(caption.English, Is.Not.Empty);
            Assert.That(caption.Japanese.Any(IsJapanese), Is.True);
        }
    }

    private static IEnumerable<int> Kinds => Enum.GetValues<SymptomKind>().Select(kind => (int)kind);

    private static bool IsJapanese(char letter) => letter is >= '\u3040' and <= '\u9FFF';
}
