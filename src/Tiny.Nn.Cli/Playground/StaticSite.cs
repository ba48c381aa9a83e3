using System.IO.Compression;
using System.Net;

namespace Tiny.Nn.Cli.Playground;

/// <summary>A folder of files as a web server of this machine shows it: to programs on it alone, and nothing beside the folder.</summary>
/// <param name="folder">The folder.</param>
internal sealed class StaticSite(string folder)
{
    /// <summary>Nothing is asked for from anywhere else, and no other page may frame it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        + "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
        [".json"] = "application/json",
    };

    /// <summary>How the name of a file ends that is packed by Brotli. A page may have its files in this form alone.</summary>
    internal const string Packed = ".br";

    private readonly string root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;

    /// <summary>Answers one request after the other, until the listener is closed.</summary>
    internal void Serve(HttpListener listener)
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = listener.GetContext();
            }
            catch (Exception fault)
                when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                // It was closed while it waited.
                return;
            }
            try
            {
                Answer(context.Request, context.Response);
                context.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or IOException)
            {
                // Whoever asked has gone, or the file cannot be read any more: the next one is answered all the same.
                context.Response.Abort();
            }
        }
    }

    /// <summary>The file that a path stands for; null where the folder has none.</summary>
    /// <param name="path">The path of an address, still escaped.</param>
    internal string? Find(string path)
    {
        string name = Uri.UnescapeDataString(path).TrimStart('/');
        string file = Path.GetFullPath(Path.Combine(root, path.EndsWith('/') ? name + "index.html" : name));
        return file.StartsWith(root, StringComparison.Ordinal) && (File.Exists(file) || File.Exists(file + Packed))
            ? file
            : null;
    }

    private void Answer(HttpListenerRequest request, HttpListenerResponse response)
    {
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers["Cache-Control"] = "no-cache";
        response.Headers["Content-Security-Policy"] = Policy;
        if (request.HttpMethod is not ("GET" or "HEAD"))
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            return;
        }
        if (request.Url is not { } address || Find(address.AbsolutePath) is not { } file)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }
        response.ContentType = Types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        response.Headers["Vary"] = "Accept-Encoding";
        if (
            File.Exists(file + Packed)
            && request.Headers["Accept-Encoding"]?.Contains("br", StringComparison.Ordinal) == true
        )
        {
            response.Headers["Content-Encoding"] = "br";
            using FileStream packed = File.OpenRead(file + Packed);
            Send(packed, packed.Length, request, response);
        }
        else
        {
            using MemoryStream content = new();
            using (Stream plain = Plain(file))
            {
                plain.CopyTo(content);
            }
            content.Position = 0;
            Send(content, content.Length, request, response);
        }
    }

    /// <summary>A file as it is; where there is only its packed form, unpacked.</summary>
    private static Stream Plain(string file) =>
        File.Exists(file)
            ? File.OpenRead(file)
            : new BrotliStream(File.OpenRead(file + Packed), CompressionMode.Decompress);

    private static void Send(Stream content, long length, HttpListenerRequest request, HttpListenerResponse response)
    {
        response.ContentLength64 = length;
        if (request.HttpMethod == "GET")
        {
            content.CopyTo(response.OutputStream);
        }
    }
}
