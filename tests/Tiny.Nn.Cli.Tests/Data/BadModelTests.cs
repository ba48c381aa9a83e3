using System.Diagnostics;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Tests.Data;

internal sealed class BadModelTests : CommandTests
{
    private const int Alterations = 24;

    [Test]
    public void A_missing_file_a_directory_and_another_file_are_no_models()
    {
        Asked("inspect", "none.tnn").Failed(4, "none.tnn");
        Asked("predict", ".", Samples.Iris).Failed(4, ".");
        Asked("evaluate", Samples.Iris, Samples.Iris).Failed(4, "iris.csv");
    }

    [Test]
    public void A_model_that_takes_more_memory_than_there_is_is_a_bad_model()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(1)
            .Dense(400_000, Activation.Relu)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<float>();
        Standardization unchanged = new([0], [1]);
        Model<float> model = new(["a"], unchanged, network, new NumberTarget("y", unchanged), Provenance.Unknown);
        ModelFile.Save(model, Place.Path("wide.tnn"));
        Place.Write("data.csv", "a,y\n1,2\n");
        Run run = Tests
            .Tinynn.In(Place, ["predict", "wide.tnn", "data.csv"], "", ("DOTNET_GCHeapHardLimit", "8000000"))
            .Failed(4, "wide.tnn");
        Assert.That(run.Error, Does.Contain("not enough memory").And.Not.Contain("--hidden"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void A_model_that_cannot_be_read_from_stdin_is_no_fault_of_stdout()
    {
        // Reading a directory is an error of input.
        ProcessStartInfo start = new("sh", ["-c", $"exec {TestedCommand.Shell} inspect - < ."])
        {
            WorkingDirectory = Place.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Run run = new Run(process.ExitCode, process.StandardOutput.ReadToEnd(), error).Failed(4, "stdin");
        Assert.That(run.Error, Does.Not.Contain("stdout"));
    }

    [Test]
    public void A_truncated_model_is_refused([Range(0, Alterations - 1)] int part)
    {
        byte[] whole = File.ReadAllBytes(Samples.IrisModel);
        File.WriteAllBytes(Place.Path("cut.tnn"), whole[..(whole.Length * part / Alterations)]);
        Asked("predict", "cut.tnn", Samples.Iris).Failed(4, "cut.tnn");
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
        Run run = Asked("predict", "altered.tnn", Samples.Iris);
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
