namespace Tiny.Nn.Cli.Tests.Flags;

/// <summary>Flags that cannot stand beside each other are refused before anything is read.</summary>
internal sealed class ConflictTests : CommandTests
{
    [TestCase("--cv 5 --test 0.2", "--cv --test")]
    [TestCase("--cv 5 --test-file t.csv", "--test-file --cv")]
    [TestCase("--cv 5 --split-column s", "--split-column --cv")]
    [TestCase("--cv 5 --time t", "--time --cv")]
    [TestCase("--group g --time t", "--time --group")]
    [TestCase("--split-column s --test 0.2", "--split-column --test")]
    [TestCase("--split-column s --test-file t.csv", "--split-column --test-file")]
    [TestCase("--split-column s --group g", "--split-column --group")]
    [TestCase("--split-column s --time t", "--split-column --time")]
    [TestCase("--test-file t.csv --test 0.2", "--test-file --test")]
    [TestCase("--test-file t.csv --group g", "--test-file --group")]
    [TestCase("--test-file t.csv --time t", "--test-file --time")]
    [TestCase("--repeats 3", "--repeats")]
    [TestCase("--min-accuracy 0.9 --test 0 --hidden 3", "--min-accuracy --test 0")]
    [TestCase("--threshold f1 --validation 0", "--threshold f1 --validation 0")]
    public void They_are_named(string flags, string place)
    {
        Run run = Asked(["train", "none.csv", "--target", "y", .. flags.Split(' ')]).Failed(2, place);
        Assert.That(run.Error, Does.Match("try: (Leave one of the two out|Give --cv 5)"));
    }

    [Test]
    public void A_threshold_is_for_two_classes_and_a_weight_for_a_class()
    {
        Run threshold = Asked("train", Samples.Iris, "--target", "species", "--threshold", "0.3")
            .Failed(2, "--threshold 0.3");
        Assert.That(threshold.Error, Does.Contain("has 3"));
        Run weight = Asked("train", Samples.Iris, "--target", "species", "--class-weight", "virginia=2")
            .Failed(2, "--class-weight virginia=2");
        Assert.That(weight.Error, Does.Contain("Did you mean virginica?"));
        Assert.That(Place.Names, Is.Empty);
    }

    [TestCase("--weight-column", "wieght")]
    [TestCase("--group", "wieght")]
    [TestCase("--time", "wieght")]
    [TestCase("--split-column", "wieght")]
    public void A_column_that_is_not_there_is_bad_data(string flag, string column)
    {
        Place.Write("data.csv", "a,weight,y\n1,1,p\n2,1,q\n");
        Run run = Asked("train", "data.csv", "--target", "y", flag, column).Failed(3, "data.csv");
        Assert.That(run.Error, Does.Contain("Did you mean 'weight'?"));
        Asked("train", "data.csv", "--target", "y", flag, "y").Failed(3, "column 'y'");
    }

    [Test]
    public void The_test_file_is_not_replaced()
    {
        Place.Write("test.csv", "a,y\n1,p\n");
        Asked("train", "none.csv", "--target", "y", "--test-file", "test.csv", "-o", "test.csv", "--force")
            .Failed(2, "test.csv");
    }
}
