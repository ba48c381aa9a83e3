using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;

namespace Tiny.Nn.Cli.Playground;

/// <summary><c>tinynn playground</c>: the page that trains in a browser, shown to this machine.</summary>
internal sealed class PlaygroundCommand
{
    internal const string Name = "playground";

    private const int UsualPort = 8642;
    private const int MostPorts = 20;
    private const int Scenes = 10;

    private readonly Option<int?> scene = Flag.Count(
        "--scene",
        $"Begin with a scene, from 1 to {Scenes}: each follows the lesson of its number.",
        "2"
    );
    private readonly Option<int?> port = Flag.Count(
        "--port",
        $"The port of 127.0.0.1. [{UsualPort}, or the next that is free]",
        "8080"
    );
    private readonly Option<string?> folder = new("--folder")
    {
        Description = "Where the published page lies. [the folder \"playground\" beside the program]",
    };
    private readonly Option<bool> noBrowser = new("--no-browser")
    {
        Description = "Only serve the page; open no browser.",
    };

    private PlaygroundCommand() { }

    internal static Command Create()
    {
        PlaygroundCommand playground = new();
        ExampledCommand command = new(
            Name,
            "Shows a network learn in the browser, with data of your own; nothing leaves this machine.",
            [
                "tinynn playground --scene 2",
                "tinynn playground --folder playground --lang ja",
                "tinynn playground --no-browser --port 8080",
            ]
        )
        {
            playground.scene,
            LanguageFlag.Option,
            playground.port,
            playground.folder,
            playground.noBrowser,
            SharedOptions.Quiet,
            SharedOptions.Debug,
        };
        command.SetAction(playground.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        StaticSite site = new(Find(parsed.GetValue(folder)));
        using HttpListener listener = Listen(parsed.GetValue(port), out string address);
        string page = address + Fragment(parsed);
        session.Output.WriteLine(page);
        session.Output.Flush();
        session.Note("Ctrl-C ends it.");
        if (!parsed.GetValue(noBrowser) && !Open(page))
        {
            session.Note("note: no browser could be opened; type the address into one.");
        }
        site.Serve(listener);
        return ExitCode.Success;
    }

    /// <exception cref="UsageException">There is no page there.</exception>
    private string Find(string? given)
    {
        string[] places = given is not null
            ? [given, Path.Combine(given, "wwwroot")]
            : [Path.Combine(AppContext.BaseDirectory, Name, "wwwroot"), Path.Combine(AppContext.BaseDirectory, Name)];
        return places.FirstOrDefault(place => new StaticSite(place).Find("/") is not null)
            ?? throw new UsageException(
                "The page is not there.",
                given is null ? places[0] : $"{folder.Name} {given}",
                $"In a copy of the repository type: dotnet publish src/Tiny.Nn.Playground -c Release -o {Name} && tinynn {Name} {folder.Name} {Name}"
            );
    }

    private string Fragment(ParseResult parsed)
    {
        List<string> parts = [];
        if (parsed.GetValue(scene) is { } number)
        {
            parts.Add(
                number <= Scenes
                    ? string.Create(CultureInfo.InvariantCulture, $"scene={number}")
                    : throw new UsageException(
                        $"There are {Scenes} scenes.",
                        string.Create(CultureInfo.InvariantCulture, $"{scene.Name} {number}"),
                        $"Give a number from 1 to {Scenes}."
                    )
            );
        }
        if (parsed.GetValue(LanguageFlag.Option) is { } language)
        {
            parts.Add($"lang={language}");
        }
        return parts.Count == 0 ? "" : $"#{string.Join('&', parts)}";
    }

    /// <exception cref="UsageException">The port is taken, or none is free.</exception>
    private HttpListener Listen(int? wanted, out string address)
    {
        int first = wanted ?? UsualPort;
        int last = wanted ?? UsualPort + MostPorts - 1;
        for (int number = first; number <= last && number <= ushort.MaxValue; number++)
        {
            HttpListener listener = new();
            address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{number}/");
            try
            {
                listener.Prefixes.Add(address);
                listener.Start();
                return listener;
            }
            catch (Exception fault) when (fault is HttpListenerException or ArgumentException)
            {
                listener.Close();
            }
        }
        throw new UsageException(
            "No program can be served there: the port is taken, or not allowed.",
            string.Create(CultureInfo.InvariantCulture, $"{port.Name} {first}"),
            $"Give another one: {port.Name} 8080."
        );
    }

    private static bool Open(string page)
    {
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
            return true;
        }
        catch (Exception fault)
            when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
