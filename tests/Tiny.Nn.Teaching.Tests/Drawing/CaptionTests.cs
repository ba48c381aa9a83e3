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
