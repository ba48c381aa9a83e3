using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Tests.Playground;

/// <summary>The command that shows the page, where there is nothing to show or it is told wrong.</summary>
public sealed class PlaygroundCommandTests
{
    [Test]
    public void Without_a_page_it_says_how_to_make_one()
    {
        using Workplace place = new();
        Run run = InProcess.In(place, "playground", "--folder", place.Directory, "--no-browser");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(
            run.Error,
            Does.Contain("The page is not there.").And.Contain("dotnet publish src/Tiny.Nn.Playground")
        );
    }

    [Test]
    public void There_are_ten_scenes()
    {
        using Workplace place = new();
        place.Write("index.html", "");
        Run run = InProcess.In(place, "playground", "--folder", place.Directory, "--no-browser", "--scene", "11");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Contain("There are 10 scenes."));
    }

    [Test]
    public void A_port_that_cannot_be_is_refused()
    {
        using Workplace place = new();
        place.Write("index.html", "");
        Run run = InProcess.In(place, "playground", "--folder", place.Directory, "--no-browser", "--port", "70000");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.Contain("--port 70000"));
    }
}
