using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Browser;

/// <summary>The protocol by which a browser is steered: requests and their answers, and events that are told unasked.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(120);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim oneSends = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> awaited = [];
    private readonly ConcurrentDictionary<string, Action<string, JsonElement>> listeners = [];
    private Task listening = Task.CompletedTask;
    private int last;

    internal static async Task<DevTools> ConnectAsync(Uri address)
    {
        DevTools tools = new();
        await tools.socket.ConnectAsync(address, CancellationToken.None);
        tools.listening = tools.ListenAsync();
        return tools;
    }

    /// <summary>Has the events of a tab told to somebody.</summary>
    internal void Tell(string tab, Action<string, JsonElement> listener) => listeners[tab] = listener;

    /// <param name="method">What is to be done.</param>
    /// <param name="parameters">With what.</param>
    /// <param name="tab">In which tab; null for the browser itself.</param>
    internal async Task<JsonElement> AskAsync(string method, object parameters, string? tab = null)
    {
        int id = Interlocked.Increment(ref last);
        TaskCompletionSource<JsonElement> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[id] = answer;
        Dictionary<string, object> message = new()
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (tab is not null)
        {
            message["sessionId"] = tab;
        }
        await oneSends.WaitAsync();
        try
        {
            byte[] text = JsonSerializer.SerializeToUtf8Bytes(message);
            await socket.SendAsync(text, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            oneSends.Release();
        }
        JsonElement told = await answer.Task.WaitAsync(LongestAnswer);
        return told.TryGetProperty("result", out JsonElement result)
            ? result
            : throw new InvalidOperationException($"The browser refuses {method}: {told.GetProperty("error")}");
    }

    private async Task ListenAsync()
    {
        byte[] part = new byte[1 << 16];
        using MemoryStream message = new();
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                ValueWebSocketReceiveResult got = await socket.ReceiveAsync(part.AsMemory(), CancellationToken.None);
                message.Write(part, 0, got.Count);
                if (got.EndOfMessage && message.Length > 0)
                {
                    Hear(JsonDocument.Parse(message.ToArray()).RootElement);
                    message.SetLength(0);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The browser is gone; whoever still waits for it runs out of time.
        }
    }

    private void Hear(JsonElement message)
    {
        if (message.TryGetProperty("id", out JsonElement id))
        {
            if (awaited.TryRemove(id.GetInt32(), out TaskCompletionSource<JsonElement>? answer))
            {
                answer.SetResult(message);
            }
        }
        else if (
            message.TryGetProperty("sessionId", out JsonElement tab)
            && listeners.TryGetValue(tab.GetString()!, out Action<string, JsonElement>? listener)
        )
        {
            listener(message.GetProperty("method").GetString()!, message.GetProperty("params"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await listening;
        socket.Dispose();
        oneSends.Dispose();
    }
}
