namespace Tiny.Nn.Cli.Tests;

internal sealed class BadModelTests : CommandTests
{
    private const int Alterations = 24;

    [Test]
    public void A_missing_file_a_directory_and_another_file_are_no_models()
    {
        Tinynn("inspect", "none.tnn").Failed(4, "none.tnn");
        Tinynn("predict", ".", Samples.Iris).Failed(4, ".");
        Tinynn("evaluate", Samples.Iris, Samples.Iris).Failed(4, "iris.csv");
    }

    [Test]
    public void A_truncated_model_is_refused([Range(0, Alterations - 1)] int part)
    {
        byte[] whole = File.ReadAllBytes(Samples.IrisModel);
        File.WriteAllBytes(Place.Path("cut.tnn"), whole[..(whole.Length * part / Alterations)]);
        Tinynn("predict", "cut.tnn", Samples.Iris).Failed(4, "cut.tnn");
    }

    [Test]
    public void An_altered_model_is_refused_or_works([Range(0, Alterations - 1)] int seed)
    {
        Random random = new(seed);
        byte[] bytes = File.ReadAllBytes(Samples.IrisModel);

        // Most of them where it hurts: in the header.
        int place = random.Next(seed % 4 == 0 ? bytes.Length : bytes.Length / 2);
        bytes[place] ^= (byte)(1 << random.Next(8));
        File.WriteAllBytes(Place.Path("altered.tnn"), bytes);
        Run run = Tinynn("predict", "altered.tnn", Samples.Iris);
        if (run.ExitCode == 3)
        {
            // A changed name of a feature is a good model of other data.
            run.Failed(3, "iris.csv");
        }
        else if (run.ExitCode != 0)
        {
            run.Failed(4, "altered.tnn");
        }
    }
}
