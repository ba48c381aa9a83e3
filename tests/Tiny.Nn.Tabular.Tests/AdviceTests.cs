using System.Reflection;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tests;

/// <summary>A message recommends options: to a programmer by their properties, to others in their own words.</summary>
internal sealed class AdviceTests
{
    private static IEnumerable<RemedyKind> Kinds => Enum.GetValues<RemedyKind>();

    [TestCaseSource(nameof(Kinds))]
    public void Every_option_is_there_under_the_name_that_it_is_recommended_by(RemedyKind kind)
    {
        string[] path = new Remedy(kind).ToString().Split(' ')[0].Split('.');
        Type[] types = [typeof(CsvOptions), typeof(Recipe)];
        MemberInfo[] members = types.Single(type => type.Name == path[0]).GetMember(path[1]);

        Assert.That(members, Has.Length.EqualTo(1));
    }

    [Test]
    public void Options_are_worded_for_who_reads_them()
    {
        Advice advice = new($"Leave {1} out with {new Remedy(RemedyKind.Ignore, "a {b}")}, or {RemedyKind.Ids}.");

        Assert.That(
            advice.ToString(),
            Is.EqualTo("Leave 1 out with CsvOptions.Ignore = [\"a {b}\"], or CsvOptions.Ids.")
        );
        Assert.That(
            advice.Word(remedy => $"<{remedy.Kind} {string.Join(',', remedy.Names)}>"),
            Is.EqualTo("Leave 1 out with <Ignore a {b}>, or <Ids >.")
        );
    }

    [Test]
    public void Advice_may_be_continued()
    {
        Advice advice = new Advice($"Correct it.").Or($"take it as it is: {RemedyKind.Texts}.");

        Assert.That(advice.ToString(), Is.EqualTo("Correct it; or take it as it is: CsvOptions.Texts."));
        Assert.That(advice.Word(_ => "-t"), Is.EqualTo("Correct it; or take it as it is: -t."));
    }

    [Test]
    public void A_problem_with_data_tells_the_properties_and_leaves_other_words_to_others()
    {
        DataException named = new("A row is short.", "a.csv", new Advice($"Say {RemedyKind.ShortRows}."));
        DataException plain = new("A row is short.", "a.csv", "Correct it.");

        Assert.That(named.Advice, Is.EqualTo("Say CsvOptions.ShortRows."));
        Assert.That(named.Message, Is.EqualTo("A row is short.\na.csv\nSay CsvOptions.ShortRows."));
        Assert.That(named.AdviceIn(_ => "yes"), Is.EqualTo("Say yes."));
        Assert.That(plain.AdviceIn(_ => "yes"), Is.EqualTo("Correct it."));
    }
}
