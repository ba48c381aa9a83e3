using System.Text;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests;

/// <summary>What the library recommends by its properties the command recommends by its flags.</summary>
internal sealed class AdviceWordsTests
{
    private static IEnumerable<RemedyKind> Kinds => Enum.GetValues<RemedyKind>();

    [TestCaseSource(nameof(Kinds))]
    public void Every_option_has_a_flag(RemedyKind kind)
    {
        Assert.That(AdviceWords.Flag(new Remedy(kind)), Does.Match("^--[a-z-]+( classification| regression)?$"));
        Assert.That(AdviceWords.Flag(new Remedy(kind, "a\nb")), Does.EndWith(" $'\"a\\nb\"'"));
    }

    [TestCase("a,a\n1,2\n", "Rename it, or column 1; if this line is no header but data, say so: --no-header.")]
    [TestCase(
        "a,,y\n1,2,3\n",
        "Name every column in the header but the first, if that has row names; if it is no header but data, say so: --no-header."
    )]
    [TestCase(
        "a,y\n1,p\n2\n",
        "Give every row one field per column; or say that last cells may be lacking: --short-rows."
    )]
    [TestCase(
        "a,y\n1,p\n2,q\n\"3,5\",p\n",
        "Write decimals with a point, 1.5, and no thousands separators; or say that commas are meant: --decimal-comma."
    )]
    [TestCase(
        "a,y\n1,p\n2,q\n\"3,500\",p\n",
        "If the comma separates thousands, say so: --thousands. If it is decimal, write a point, 1.5, or say --decimal-comma."
    )]
    [TestCase(
        "a,y\n1,p\n2,q\n<1,p\n",
        "Write a number in its place, such as the bound; or take such cells for missing: --missing '<1'; or say what the column is: --categorical, --text or --ignore with its name."
    )]
    [TestCase(
        "a,y\n1,p\n2,q\nnone,p\n",
        "Leave the cell empty, or say that this text means a missing cell: --missing."
    )]
    [TestCase(
        "a,y\n1,p\n2,q\none,p\n",
        "Correct it; or say what the column is: --categorical, --text or --ignore with its name."
    )]
    [TestCase("a,y\n2024/01/02,p\n2024/01/03,q\n", "Say so with --date 'a'; or leave it out with --ignore 'a'.")]
    public void What_is_wrong_with_a_file_is_mended_by_flags(string text, string advice) =>
        Assert.That(Explain(text, new CsvOptions { Target = "y" }).Advice, Is.EqualTo(advice));

    [Test]
    public void So_are_texts_that_are_no_categories()
    {
        string rows = string.Concat(Enumerable.Range(0, 60).Select(row => $"word{row},p\n"));

        Assert.That(
            Explain($"a,y\n{rows}", new CsvOptions { Target = "y" }).Advice,
            Is.EqualTo(
                "Leave it out with --ignore 'a', pass it through with --id, or say what it is: --text or --categorical."
            )
        );
    }

    [Test]
    public void So_are_points_where_commas_are_decimal() =>
        Assert.That(
            Explain("a;y\n1,5;p\n2,5;q\n1.5;p\n", new CsvOptions { Target = "y", DecimalComma = true }).Advice,
            Is.EqualTo("Write decimals with a comma, 1,5, and no thousands separators; or leave out --decimal-comma.")
        );

    [TestCase(
        "1,5 2,5 3",
        "commas are meant: --decimal-comma; or say that the texts are classes: --task classification."
    )]
    [TestCase(
        "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 x",
        "Correct or remove the others; or say that they are missing, so that their rows are left out: --missing 'x'; or that all are classes: --task classification."
    )]
    public void So_are_targets_that_are_hardly_classes(string targets, string advice) =>
        Assert.That(Failure.Explain(new TargetColumn("y", targets.Split(' ')).Doubt!, []).Advice, Does.EndWith(advice));

    [Test]
    public void A_header_that_looks_like_data_is_noted_with_a_flag()
    {
        Table table = Read("1,2,y\n1,2,p\n3,4,q\n", new CsvOptions { Target = "y" });

        Assert.That(
            AdviceWords.Evidence(table.Findings[0]),
            Is.EqualTo("the first line names columns 1, 2; if it is data, say --no-header")
        );
        Assert.That(table.Findings[0].Evidence, Is.EqualTo("the first line names columns 1, 2"));
        Assert.That(table.Findings[0].Advice, Is.EqualTo("if it is data, say CsvOptions.HasHeader = false"));
    }

    private static Table Read(string text, CsvOptions options) =>
        CsvTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", options);

    private static Failure Explain(string text, CsvOptions options) =>
        Failure.Explain(Assert.Throws<DataException>(() => Read(text, options))!, []);
}
