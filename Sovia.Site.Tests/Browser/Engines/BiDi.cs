using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Sovia.Tests.Browser.Engines;

/// <summary>WebDriver BiDi over its socket: commands with their answers, and the events in between.</summary>
internal sealed class BiDi : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> pendingCommands = new();
    private readonly SemaphoreSlim sending = new(1);
    private Task reading = Task.CompletedTask;
    private int last;

    /// <summary>Called with each event: its method and its parameters.</summary>
    public required Action<string, JsonElement> EventReceived { get; init; }

    /// <summary>Connects.</summary>
    public async Task ConnectAsync(string address)
    {
        await socket.ConnectAsync(new(address), ending.Token);
        reading = ReadAsync();
    }

    /// <summary>Sends a command and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">It was answered with an error.</exception>
    public async Task<JsonElement> SendAsync(string method, object parameters)
    {
        var id = Interlocked.Increment(ref last);
        var answer = pendingCommands[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters }), WebSocketMessageType.Text,
                true, ending.Token);
        }
        finally
        {
            sending.Release();
        }
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[65_536];
        try
        {
            while (true)
            {
                using var whole = new MemoryStream();
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(), ending.Token);
                    whole.Write(buffer, 0, part.Count);
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) break;
                using var message = JsonDocument.Parse(whole.ToArray());
                Take(message.RootElement.Clone());
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The browser has ended.
        }
        foreach (var waiting in pendingCommands.Values) waiting.TrySetException(new InvalidOperationException("The browser has ended."));
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.Number)
        {
            if (message.TryGetProperty("method", out var method)) EventReceived(method.GetString()!, message.GetProperty("params"));
            return;
        }
        if (!pendingCommands.TryRemove(id.GetInt32(), out var waiting)) return;
        if (message.TryGetProperty("result", out var result)) waiting.SetResult(result);
        else waiting.SetException(new InvalidOperationException(message.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await reading;
        socket.Dispose();
        sending.Dispose();
        ending.Dispose();
    }
}
