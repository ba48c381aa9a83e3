using System.Text.RegularExpressions;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Results;

namespace Tiny.Nn.Teaching.Tests.Drawing.Results;

/// <summary>What results say in Japanese.</summary>
internal sealed partial class ResultWordsTests
{
    private static readonly string[] Put = ["Q0", "Q1", "Q2", "Q3", "Q4", "Q5"];

    private static IEnumerable<(string English, string Japanese)> Sentences =>
        ResultSentences
            .Japanese.Concat(FindingSentences.Japanese)
            .Select(sentence => (sentence.English, sentence.Japanese));

    [TestCaseSource(nameof(Sentences))]
    public void Every_sentence_is_said_with_what_is_put_in_and_none_before_it_takes_its_place(
        (string English, string Japanese) sentence
    )
    {
        string japanese = Filled(sentence.Japanese);
        using (Assert.EnterMultipleScope())
        {
            foreach (string plural in new[] { "s", "" })
            {
                string english = Filled(sentence.English.Replace("(s)", plural, StringComparison.Ordinal));
                Assert.That(ResultWords.Of(english, Language.Japanese), Is.EqualTo(japanese), english);
                Assert.That(ResultWords.Of(english, Language.English), Is.EqualTo(english));
            }
            Assert.That(Places(sentence.Japanese), Is.EqualTo(Places(sentence.English)));
        }
    }

    [TestCase("accuracy", "正解率")]
    [TestCase(
        "The model beats the majority class: accuracy 0.9667 against 0.3333, difference 0.4028 to 0.7847 (95 % interval, p < 0.001).",
        "モデルは最多クラスに勝ります：正解率 0.9667 対 0.3333、差は 0.4028 から 0.7847（95 % 区間、p < 0.001）。"
    )]
    [TestCase("1 cell missing", "欠けたセル 1")]
    [TestCase("3 cells missing; if they are labels, say so with --x", "欠けたセル 3；ラベルなら --x と指定します")]
    [TestCase("every cell is 'accuracy'", "どのセルも 'accuracy'")]
    [TestCase("accuracy: numbers", "accuracy：数値")]
    [TestCase("nobody has said this", "nobody has said this")]
    public void Names_from_the_data_stay(string english, string japanese) =>
        Assert.That(ResultWords.Of(english, Language.Japanese), Is.EqualTo(japanese));

    private static string Filled(string sentence) => Place().Replace(sentence, place => Put[place.Value[1] - '0']);

    private static IEnumerable<string> Places(string sentence) =>
        Place().Matches(sentence).Select(place => place.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("[{<][0-9][}>]")]
    private static partial Regex Place();
}
