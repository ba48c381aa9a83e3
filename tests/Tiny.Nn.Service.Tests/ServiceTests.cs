using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Service;

namespace Tiny.Nn.Service.Tests;

/// <summary>The service on a free port of this machine, and a client that talks to it.</summary>
public sealed partial class ServiceTests
{
    private const string Flower =
        """{ "sepal_length": 5.9, "sepal_width": 3, "petal_length": 4.2, "petal_width": 1.5 }""";

    private WebApplication service = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        service = PredictionService.Create([
            "--urls=http://127.0.0.1:0",
            "--Limits:Rows=3",
            "--Limits:Bytes=2000",
            "--Logging:LogLevel:Default=None",
        ]);
        await service.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        client.Dispose();
        await service.StopAsync();
        await service.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, JsonNode Body)> Ask(string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("/predict", UriKind.Relative), content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private async Task<JsonNode> Health() =>
        (await client.GetFromJsonAsync<JsonNode>(new Uri("/health", UriKind.Relative)))!;

    [Test]
    public async Task It_predicts_rows_by_column_names_in_any_order()
    {
        string turned = """{ "petal_width": 0.2, "petal_length": 1.4, "sepal_width": 3.5, "sepal_length": 5.1 }""";
        (HttpStatusCode status, JsonNode body) = await Ask($"[{Flower}, {turned}]");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((string?)body["target"], Is.EqualTo("species"));
        JsonArray predictions = body["predictions"]!.AsArray();
        Assert.That(predictions.Select(one => (string?)one!["class"]), Is.EqualTo(Expected));
        Assert.That(predictions[0]!["notes"]!.AsArray(), Is.Empty);
        Assert.That(
            predictions[0]!["probabilities"]!.AsObject().Sum(p => (double)p.Value!),
            Is.EqualTo(1).Within(1e-5)
        );
    }

    private static readonly string[] Expected = ["versicolor", "setosa"];

    [Test]
    public async Task A_column_that_is_not_given_is_told()
    {
        (_, JsonNode body) = await Ask("""[{ "petal_length": 1.4, "petal_width": null }]""");
        Assert.That(
            (string?)body["predictions"]![0]!["notes"]![0],
            Is.EqualTo("not given, and so missing: sepal_length, sepal_width")
        );
    }

    [TestCase(
        """[{ "petal_lenght": 1 }]""",
        "The model knows no column 'petal_lenght'.",
        "row 1, column 'petal_lenght'"
    )]
    [TestCase(
        """[{}, { "petal_length": "x" }]""",
        "A value is a text; the column holds numbers.",
        "row 2, column 'petal_length': \"x\""
    )]
    [TestCase("""[{ "petal_length": 1e999 }]""", "A number is too large.", "row 1, column 'petal_length': \"1e999\"")]
    [TestCase(
        """[{ "petal_length": [1] }]""",
        "A value is of type 'JSON array'; the column holds numbers.",
        "row 1, column 'petal_length'"
    )]
    [TestCase("[null]", "A row is null.", "row 1")]
    [TestCase("""[{ "petal_length": 1, "petal_length": 2 }]""", "The body is not what is wanted.", "line 1, byte 40")]
    [TestCase("[{", "The body is not what is wanted.", "line 1, byte 3")]
    [TestCase("hello", "The body is not what is wanted.", "line 1, byte 1")]
    [TestCase("", "The body is not what is wanted.", "line 1, byte 1")]
    public async Task Bad_input_is_refused_with_what_where_and_what_to_do(string json, string what, string where)
    {
        (HttpStatusCode status, JsonNode body) = await Ask(json);
        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)body["what"], Is.EqualTo(what));
        Assert.That((string?)body["where"], Is.EqualTo(where));
        Assert.That((string?)body["advice"], Is.Not.Empty);
    }

    [Test]
    public async Task More_rows_than_allowed_are_refused()
    {
        (HttpStatusCode status, JsonNode body) = await Ask($"[{Flower}, {Flower}, {Flower}, {Flower}]");
        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((string?)body["what"], Is.EqualTo("There are more than 3 rows."));
    }

    [Test]
    public async Task More_bytes_than_allowed_are_refused()
    {
        (HttpStatusCode status, JsonNode body) = await Ask($"[{Flower}{new string(' ', 3000)}]");
        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((string?)body["what"], Is.EqualTo("The body is longer than 2000 bytes."));
    }

    [Test]
    public async Task It_is_healthy_and_says_what_it_knows()
    {
        JsonNode health = await Health();
        Assert.That((string?)health["status"], Is.EqualTo("ok"));
        Assert.That((string?)health["model"], Does.StartWith("species (one of 3 classes) from 4 features"));
        Assert.That(health["columns"]!.AsArray(), Has.Count.EqualTo(4));
    }

    [Test]
    public async Task A_client_that_goes_ends_its_request()
    {
        using (TcpClient leaving = new())
        {
            Uri address = client.BaseAddress!;
            await leaving.ConnectAsync(address.Host, address.Port);
            string head = $"POST /predict HTTP/1.1\r\nHost: {address.Host}\r\nContent-Length: 1000\r\n\r\n[{Flower},";
            await leaving.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        }
        for (int tries = 0; tries < 100 && (long)(await Health())["abandoned"]! == 0; tries++)
        {
            await Task.Delay(50);
        }
        Assert.That((long)(await Health())["abandoned"]!, Is.EqualTo(1));
    }

    [Test]
    public void A_model_that_is_not_there_is_said_to_be_missing() =>
        Assert.That(
            () => PredictionService.Create(["--Model=no-such.tnn"]),
            Throws.TypeOf<FileNotFoundException>().With.Message.Contains("no-such.tnn")
        );

    [Test]
    public async Task Its_page_shows_what_it_answers()
    {
        IReadOnlyList<CodeBlock> blocks = new Markdown("samples/service/README.md").Blocks;
        int asked = 0;
        foreach ((int place, CodeBlock block) in blocks.Index())
        {
            if (Sent().Match(block.Code) is { Success: true } request)
            {
                (_, JsonNode body) = await Ask(request.Groups["json"].Value);
                JsonNode shown = JsonNode.Parse(blocks[place + 1].Code)!;
                Assert.That(JsonNode.DeepEquals(body, shown), Is.True, $"It answers:\n{body}");
                asked++;
            }
        }
        Assert.That(asked, Is.EqualTo(2));
    }

    [GeneratedRegex(@"/predict [^\0]*-d '(?<json>[^']*)'")]
    private static partial Regex Sent();
}
