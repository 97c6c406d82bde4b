using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Sovia.Tests.Support;

/// <summary>
/// Stands between a site and its database as the network does. A connection can be made to swallow whatever either side says, and to stay
/// open all the same: as after a cable was pulled, or a router has forgotten it.
/// </summary>
internal sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly List<Line> lines = [];
    private readonly EndPoint database;
    private readonly Task accepting;

    /// <summary>Begins to listen.</summary>
    /// <param name="connectionString">Of the database.</param>
    public TcpRelay(string connectionString)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString);
        database = address.Host!.StartsWith('/') ? new UnixDomainSocketEndPoint($"{address.Host}/.s.PGSQL.{address.Port}")
            : new DnsEndPoint(address.Host, address.Port);
        listener.Start();
        (address.Host, address.Port) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        ConnectionString = address.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>To the same database, by way of here.</summary>
    public string ConnectionString { get; }

    /// <summary>Swallows from now on what is said on every connection on which a client has lately said some words.</summary>
    /// <returns>How many these are.</returns>
    public int CutConnections(string words)
    {
        lock (lines)
        {
            var found = lines.FindAll(line => line.SentText.Contains(words, StringComparison.Ordinal));
            foreach (var line in found) line.IsCut = true;
            return found.Count;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        lock (lines) lines.ForEach(line => line.Dispose());
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(closing.Token);
                var server = new Socket(database.AddressFamily is AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork,
                    SocketType.Stream, ProtocolType.Unspecified);
                await server.ConnectAsync(database, closing.Token);
                var line = new Line(client, server);
                lock (lines) lines.Add(line);
                _ = line.PumpAsync(client, server, isClient: true, closing.Token);
                _ = line.PumpAsync(server, client, isClient: false, closing.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private sealed class Line(Socket client, Socket server) : IDisposable
    {
        private const int MaxCharacters = 20_000;

        private volatile string sentText = "";

        public string SentText => sentText;

        public volatile bool IsCut;

        public async Task PumpAsync(Socket from, Socket to, bool isClient, CancellationToken ct)
        {
            var buffer = new byte[16 << 10];
            try
            {
                while (await from.ReceiveAsync(buffer, ct) is > 0 and var read)
                {
                    if (isClient) Note(Encoding.Latin1.GetString(buffer, 0, read));
                    if (!IsCut) await to.SendAsync(buffer.AsMemory(0, read), ct);
                }
                if (!IsCut) to.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // One side has gone; the other learns of it unless the line is cut.
                if (!IsCut) Dispose();
            }
        }

        private void Note(string words)
        {
            var all = sentText + words;
            sentText = all[Math.Max(0, all.Length - MaxCharacters)..];
        }

        public void Dispose()
        {
            client.Dispose();
            server.Dispose();
        }
    }
}
