using System.Net;
using System.Net.Sockets;

namespace Sovia.Downloads.Fetching;

/// <summary>
/// Connects to public addresses only. Checks the same resolved address that it connects to, which defeats DNS rebinding.
/// </summary>
internal sealed class PublicAddressConnector(DownloadOptions options)
{
    /// <summary>Connects, as the <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="DownloadException">The name resolves only to refused addresses.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var ipAddress) ? [ipAddress] : await options.ResolveHost(host, ct);
        var allowedAddresses = Array.FindAll(addresses, address => PublicAddress.IsPublic(address)
            || (IPAddress.IsLoopback(address) && IsOverride(host, port)));
        if (allowedAddresses.Length == 0 && addresses.Length > 0)
            throw new DownloadException(DownloadErrorCode.PrivateAddress,
                $"{host} resolves to a private address, {addresses[0]}. Sovia never downloads from private addresses.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowedAddresses, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOverride(string host, int port) => options.HostOverride is { } server && server.IdnHost == host && server.Port == port;
}
