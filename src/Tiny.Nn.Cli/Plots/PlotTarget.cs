using System.ComponentModel;
using System.Diagnostics;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Plots;

/// <summary>Where a picture goes.</summary>
internal sealed class PlotTarget(Session session, string plot)
{
    /// <summary>The file of the SVG; null for none.</summary>
    internal OutputFile? File { get; init; }

    /// <summary>True where the terminal shows it.</summary>
    internal bool IsTyped { get; init; }

    /// <summary>True where the system's viewer shows it.</summary>
    internal bool IsOpened { get; init; }

    /// <summary>Where notes go.</summary>
    internal Session Session => session;

    internal int Write(Picture picture)
    {
        if (File is not null)
        {
            TextOutput.Write(session, File, text => SvgFile.Write(PictureDrawing.Create(picture), text));
            session.Note($"wrote {File.Path}");
        }
        if (session.IsJson)
        {
            JsonDocuments.Write(session.Output, JsonPicture.Create($"plot {plot}", picture));
        }
        else if (IsTyped)
        {
            new TypedPicture(session.Tables()).Write(picture);
        }
        else if (File is null)
        {
            SvgFile.Write(PictureDrawing.Create(picture), session.Output);
        }
        if (IsOpened)
        {
            Open(File!.Path);
        }
        return ExitCode.Success;
    }

    /// <summary>A machine without a viewer still has the file.</summary>
    private void Open(string path)
    {
        try
        {
            using Process? viewer = Process.Start(
                new ProcessStartInfo(Path.GetFullPath(path)) { UseShellExecute = true }
            );
        }
        catch (Exception fault) when (fault is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
            session.Note($"note: no viewer could be started: {fault.Message} Open {path} in a browser.");
        }
    }
}
