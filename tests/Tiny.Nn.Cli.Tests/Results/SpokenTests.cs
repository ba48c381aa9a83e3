using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests.Results;

/// <summary>Every command takes a language, and tables and the sentences beside them are in it; data and documents are not.</summary>
internal sealed partial class SpokenTests : CommandTests
{
    [Test]
    public void Every_command_takes_a_language()
    {
        string[] commands = [.. CommandsOf(), .. CommandsOf("plot").Select(name => $"plot {name}")];
        Assert.That(commands, Has.Length.AtLeast(18));
        foreach (string command in commands.Except(["plot"]))
        {
            Assert.That(Asked([.. command.Split(' '), "--help"]).Good().Output, Does.Contain("--lang"), command);
        }
    }

    [Test]
    public void Nothing_of_a_report_on_classes_or_numbers_is_left_in_English()
    {
        Run classes = Asked("evaluate", Samples.IrisModel, Samples.Iris, "--lang", "ja").Good();
        Run numbers = Asked("evaluate", Samples.DiabetesModel, Samples.Diabetes, "--lang", "ja").Good();
        Run folds = Asked(
                "train",
                Samples.Diabetes,
                "--target",
                "progression",
                "--hidden",
                "2",
                "--epochs",
                "2",
                "--cv",
                "2",
                "--lang",
                "ja"
            )
            .Good();
        string text = classes.Output + numbers.Output + folds.Output;
        string[] known = ["setosa", "versicolor", "virginica", "to", "p", "R", "RMSE", "MAE", "F", "ROC", "AUC"];
        Assert.That(Words().Matches(text).Select(word => word.Value).Distinct().Except(known), Is.Empty, text);
        Assert.That(text, Does.Contain("正解率").And.Contain("マシューズ相関係数").And.Contain("実際 \\ 予測"));
    }

    [TestCase("iris.csv", "species", "report.md")]
    [TestCase("iris.csv", "species", "report.html")]
    [TestCase("diabetes.csv", "progression", "report.html")]
    [TestCase("house_votes.csv", "party", "report.md")]
    public void A_report_to_be_kept_is_in_the_language_too(string data, string target, string report)
    {
        Asked(
                "train",
                Samples.Data(data),
                "--target",
                target,
                "--hidden",
                "2",
                "--epochs",
                "2",
                "--diagnose",
                "--report",
                report,
                "--lang",
                "ja"
            )
            .Good();
        string page = File.ReadAllText(Place.Path(report))
            .Replace(Path.GetDirectoryName(Samples.Iris)!, "", StringComparison.Ordinal);
        // What comes from the data and the names of layers and activations stay; so do the settings, which are flags, and the command line.
        string said = Fixed().Replace(page.Split("設定")[0], " ");
        string[] names =
        [
            .. Words().Matches(File.ReadLines(Samples.Data(data)).First()).Select(word => word.Value),
            .. data.Split('.', '_'),
            .. "setosa versicolor virginica democrat republican n y".Split(' '),
            .. "to p R F MAE RMSE ROC AUC tnn dense activation relu softmax sigmoid identity".Split(' '),
        ];
        Assert.That(Words().Matches(said).Select(word => word.Value).Distinct().Except(names), Is.Empty, said);
        Assert.That(page, Does.Contain("同じことをもう一度").And.Contain("ビット単位で同じモデル"));
    }

    [Test]
    public void What_is_odd_about_a_column_and_how_training_goes_on_is_in_the_language_too()
    {
        Place.Write("odd.csv", "n,c\n1,a\n2,a\n,A \n3,b\n" + string.Concat(Enumerable.Repeat("4,b\n", 9)));
        string found = Asked("check", "odd.csv", "--target", "c", "--lang", "ja").Good().Output;
        Assert.That(
            found,
            Does.Contain("欠けたセル 1")
                .And.Contain("大文字と小文字だけが違うラベル")
                .And.Contain("行は前の行と同じです")
        );
        Run run = Asked("train", "odd.csv", "--target", "n", "--epochs", "2", "--hidden", "none", "--lang", "ja");
        Assert.That(run.Error, Does.Match("エポック 1/2  損失 [0-9.]+  検証 "));
    }

    [Test]
    public void Numbers_are_the_same_in_both_languages_and_so_are_documents()
    {
        string[] command = ["evaluate", Samples.IrisModel, Samples.Iris];
        IEnumerable<string> Numbers(string text) => Digits().Matches(text).Select(number => number.Value);
        string english = Asked(command).Good().Output;
        string japanese = Asked([.. command, "--lang", "ja"]).Good().Output;
        Assert.That(Numbers(japanese).Order(), Is.EqualTo(Numbers(english).Order()));
        Assert.That(
            Asked([.. command, "--json", "--lang", "ja"]).Good().Output,
            Is.EqualTo(Asked([.. command, "--json"]).Good().Output)
        );
    }

    [Test]
    public void A_class_that_is_called_like_a_measure_keeps_its_name()
    {
        Place.Write(
            "names.csv",
            "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{(i < 20 ? "accuracy" : "recall")}\n"))
        );
        Run run = Asked("train", "names.csv", "--target", "y", "--hidden", "none", "--lang", "ja").Good();
        Assert.That(run.Output, Does.Match("  accuracy +[01]\\.").And.Match("  recall +[01]\\."));
        Assert.That(run.Output, Does.Match("正解率 +[01]\\."));
    }

    /// <summary>The commands that help lists.</summary>
    private IEnumerable<string> CommandsOf(params string[] parent) =>
        Listed()
            .Matches(Asked([.. parent, "--help"]).Good().Output.Split("Commands:")[1].Split("\n\n")[0])
            .Select(line => line.Groups[1].Value);

    [GeneratedRegex("^  ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex("<style>.*?</style>|```.*?```|<pre>.*?</pre>|<[^>]*>|&[a-z]+;", RegexOptions.Singleline)]
    private static partial Regex Fixed();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\d+\.\d+")]
    private static partial Regex Digits();
}
