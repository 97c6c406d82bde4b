using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>A database server that is being started or checked. Dispose it when the site has ended.</summary>
/// <param name="start">Completes when the server can be used; its result is the private server, or null if one is configured.</param>
/// <param name="configuration">Receives the address of a private server.</param>
public sealed class PendingDatabase(Task<PrivatePostgres?> start, IConfiguration configuration) : IAsyncDisposable
{
    /// <summary>Waits until the server is ready, and sets <c>ConnectionStrings:Postgres</c> if it is the private server.</summary>
    /// <exception cref="PrivatePostgresException">No server can be started; show the message and exit.</exception>
    /// <exception cref="StartupException">The configured server is unsuitable.</exception>
    /// <exception cref="NpgsqlException">The configured server does not answer or refuses the connection.</exception>
    public async Task WaitUntilReadyAsync()
    {
        if (await start is { } server) configuration["ConnectionStrings:Postgres"] = server.ConnectionString;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ((Task)start).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (start is { IsCompletedSuccessfully: true, Result: { } server }) await server.DisposeAsync();
    }
}
