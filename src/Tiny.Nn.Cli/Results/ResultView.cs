using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Results;

/// <summary>Shows the result of a command on stdout: as a document where one is asked for, as text otherwise.</summary>
internal static class ResultView
{
    internal static void Show(this Session session, string command, Result result)
    {
        if (session.IsJson)
        {
            Show(session, JsonResult.Create(command, result));
        }
        else
        {
            ShowText(session, result);
        }
    }

    internal static void Show(this Session session, JsonObject document) =>
        JsonDocuments.Write(session.Output, document);

    // A method of its own: the library behind tables is loaded with the first method that names it.
    private static void ShowText(Session session, Result result)
    {
        new TextResult(session.Tables()).Write(result.Shown.In(session.Language));
        session.Output.Flush();
    }
}
