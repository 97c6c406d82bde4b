using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>Starts a private PostgreSQL server for a site without a configured database.</summary>
public static class PrivatePostgresExtensions
{
    /// <summary>
    /// Starts the private server and sets <c>ConnectionStrings:Postgres</c> to it; only checks the server if one is configured already.
    /// Dispose the result when the site has ended.
    /// </summary>
    /// <exception cref="PrivatePostgresException">No server can be started; show the message and exit.</exception>
    /// <exception cref="StartupException">The configured server is unsuitable.</exception>
    /// <exception cref="NpgsqlException">The configured server does not answer or refuses the connection.</exception>
    public static async Task<IAsyncDisposable> UsePrivatePostgresAsync(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration.GetConnectionString("Postgres") is { Length: > 0 } configured)
        {
            await CheckDatabase.RunAsync(configured, CancellationToken.None);
            return NoServer.Instance;
        }

        var guard = new ShutdownSignalHandler();
        try
        {
            var postgres = await PrivatePostgres.StartAsync(
                new()
                {
                    DataDirectory = DataDirectory.Resolve(builder.Configuration),
                    PreferredBinFolder = builder.Configuration["Sovia:PostgresBin"],
                    Log = Console.Error.WriteLine,
                },
                guard.Stopping);
            guard.StopOnSignal(postgres);
            builder.Configuration["ConnectionStrings:Postgres"] = postgres.ConnectionString;
            builder.Services.AddSingleton<IHostedService>(guard);
            return postgres;
        }
        catch (OperationCanceledException) when (guard.Stopping.IsCancellationRequested)
        {
            guard.Dispose();
            throw new PrivatePostgresException("Stopped.");
        }
    }

    private sealed class NoServer : IAsyncDisposable
    {
        public static readonly NoServer Instance = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
