namespace Tiny.Nn.Cli.Tests.Settings;

/// <summary>A file of settings from the time when <c>missing</c> gave all texts of a missing cell.</summary>
internal sealed class OlderConfigTests : CommandTests
{
    [TestCase("\"missing\": \"NA,x\"", true)]
    [TestCase("\"missing\": [\"x\", \"na\"]", true)]
    [TestCase("\"missing\": \"x\"", false, TestName = "Only_texts_that_are_not_usual")]
    [TestCase("\"missing\": \"NA,NaN,?,null,x\"", false, TestName = "All_usual_texts")]
    [TestCase("\"missing-only\": \"NA,x\"", false, TestName = "The_name_of_today")]
    [TestCase("\"missing\": \"NA\", \"missing-only\": \"x\"", false, TestName = "Both")]
    public void A_list_with_some_usual_texts_may_have_been_meant_as_all(string setting, bool isTold)
    {
        Place.Write(
            "t.csv",
            $"a,y\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"{i % 7}.5,{"pn"[i % 2]}\n"))}"
        );
        Place.Write("run.json", $"{{ \"target\": \"y\", \"epochs\": 1, {setting} }}");
        string[] train = ["train", "t.csv", "--config", "run.json", "-o", "m.tnn", "--force"];
        string error = Asked(train).Good().Error;
        Assert.That(error.Contains("Older files", StringComparison.Ordinal), Is.EqualTo(isTold), error);
        if (isTold)
        {
            Assert.That(
                error,
                Does.StartWith("note: run.json, \"missing\": ")
                    .And.Contain(": NaN, ?, null and empty cells are missing too.")
            );
            Assert.That(error.Split("Older files"), Has.Length.EqualTo(2), "once");
            Assert.That(Asked([.. train, "--quiet"]).Good().Error, Is.Empty);
        }
    }
}
