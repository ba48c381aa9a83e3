using System.IO.Compression;
using System.Net;
using Tiny.Nn.Cli.Playground;

namespace Tiny.Nn.Cli.Tests.Playground;

/// <summary>A folder is shown as it is, and nothing beside it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StaticSiteTests : IDisposable
{
    private readonly Workplace place = new();
    private readonly HttpListener listener;
    private readonly Task serving;
    private readonly HttpClient client;

    public StaticSiteTests()
    {
        Directory.CreateDirectory(place.Path("site/sub"));
        place.Write("site/index.html", "<h1>hello</h1>");
        place.Write("site/sub/index.html", "<h1>below</h1>");
        place.Write("site/a b.js", "'plain'");
        place.Write("site/a b.js.br", "packed");
        using (BrotliStream only = new(File.Create(place.Path("site/only.css.br")), CompressionLevel.Fastest))
        {
            only.Write("body {}"u8);
        }
        place.Write("secret.txt", "secret");
        int port = 20_000 + Environment.ProcessId % 20_000;
        for (; ; port++)
        {
            listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                break;
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
        serving = Task.Run(() => new StaticSite(Path.Combine(place.Directory, "site")).Serve(listener));
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
        client.Dispose();
        place.Dispose();
    }

    [TestCase("", "<h1>hello</h1>", "text/html")]
    [TestCase("index.html", "<h1>hello</h1>", "text/html")]
    [TestCase("sub/", "<h1>below</h1>", "text/html")]
    [TestCase("only.css", "body {}", "text/css")]
    [TestCase("a%20b.js?version=1", "'plain'", "text/javascript")]
    public async Task A_file_comes_as_it_is_with_its_type(string path, string content, string type)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(content));
        Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo(type));
        Assert.That(
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain("default-src 'none'").And.Contain("connect-src 'self'")
        );
    }

    [TestCase("nothing.html")]
    [TestCase("sub")]
    [TestCase("..%2Fsecret.txt")]
    [TestCase("sub/..%2F..%2Fsecret.txt")]
    [TestCase("%2Fetc/passwd")]
    public async Task What_is_not_in_the_folder_is_not_there(string path)
    {
        using HttpResponseMessage answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_packed_file_comes_to_whoever_can_unpack_it()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "a%20b.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("packed"));
        Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(["br"]));
    }

    [Test]
    public async Task Nothing_can_be_sent_to_it()
    {
        using StringContent content = new("x");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("index.html", UriKind.Relative), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
    }
}
