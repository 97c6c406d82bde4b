using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sovia.Tests.Caching;

/// <summary>A Redis of a test's own, which keeps nothing on disk.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly Process process;

    private RedisServer(Process process, int port) => (this.process, Port) = (process, port);

    /// <summary>Where it listens, on the loopback address.</summary>
    public int Port { get; }

    /// <summary>Starts one. It may take a moment until it answers.</summary>
    public static RedisServer Start()
    {
        var port = FreePort();
        var start = new ProcessStartInfo("redis-server") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no" })
            start.ArgumentList.Add(argument);
        return new(Process.Start(start)!, port);
    }

    /// <summary>A port at which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The lines that it answers a command with; none where it does not answer.</summary>
    public async Task<IReadOnlyList<string>> ExecuteAsync(string command)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!client.Connected) return [];
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{command}\r\nQUIT\r\n"));
        using var reader = new StreamReader(stream);
        return [.. (await reader.ReadToEndAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).SkipLast(1)];
    }

    /// <summary>How many keys it holds.</summary>
    public async Task<long> KeysAsync() =>
        await ExecuteAsync("DBSIZE") is [var size, ..] ? long.Parse(size[1..], System.Globalization.CultureInfo.InvariantCulture) : 0;

    /// <summary>Ends it without warning.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
