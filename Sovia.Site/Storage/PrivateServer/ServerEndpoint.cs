using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Sovia.Storage.PrivateServer;

/// <summary>
/// The server's endpoint: a unix socket in a folder that only its owner may enter, or a loopback port with a password.
/// </summary>
internal sealed record ServerEndpoint(string Host, int Port, string? Password)
{
    private const int UnixPort = 5432;

    /// <summary>The path of the unix socket; null for a loopback port.</summary>
    public string? SocketPath => Password is null ? $"{Host}/.s.PGSQL.{Port}" : null;

    /// <summary>The server's command-line options.</summary>
    public string ServerOptions => Password is null
        ? $"-c listen_addresses='' -c unix_socket_directories={Host} -c unix_socket_permissions=0700 -c port={Port}"
        : $"-c listen_addresses={Host} -c unix_socket_directories= -c port={Port}";

    /// <summary>Returns the connection string of a database on this server.</summary>
    public string GetConnectionString(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Username = PostgresCluster.UserAndDatabaseName,
        Password = Password,
        Database = database,
        Pooling = pooling,
        MaxPoolSize = 40,
        // With the default size, a bulk writer and the server alternately wait for each other. The system may cap the value.
        SocketSendBufferSize = 4 << 20,
        Timeout = 15,
    }.ConnectionString;

    /// <summary>Returns the socket of a data directory. Its folder is in /tmp because a socket's path is limited to 107 bytes.</summary>
    public static ServerEndpoint ForSocket(string dataDirectory)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(dataDirectory));
        return new($"/tmp/sovia-{Convert.ToHexStringLower(hash)[..16]}", UnixPort, null);
    }

    /// <summary>Returns a loopback port: the one that a running server recorded, else a free one.</summary>
    public static ServerEndpoint ForLoopback(int? port, string password) => new("127.0.0.1", port ?? FindFreePort(), password);

    /// <summary>Creates the socket's folder as the server's account; throws if the folder belongs to another account.</summary>
    public async Task PrepareSocketFolderAsync(ServerAccount account, CancellationToken ct)
    {
        if (Password is not null)
            return;

        await ProcessRunner.RunAsync(account.BuildCommandLine("mkdir", "-m", "700", Host), ct);
        var ownership = await FolderOwnership.ReadAsync(Host, ct);
        if (ownership is not { IsPrivateFolder: true } || ownership.Uid != account.Uid)
            throw new PrivatePostgresException(PrivatePostgresMessages.SocketFolderTaken(Host, account.Name, ownership));
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return int.Parse(listener.LocalEndpoint.ToString()!.Split(':')[^1], CultureInfo.InvariantCulture);
    }
}
