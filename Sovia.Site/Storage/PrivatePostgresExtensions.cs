using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>Starts a private PostgreSQL server for a site without a configured database.</summary>
public static class PrivatePostgresExtensions
{
    /// <summary>
    /// Begins to start the private server, or only to check the server if one is configured already. The site can be built meanwhile.
    /// Throws if the data directory is not writable.
    /// </summary>
    public static PendingDatabase StartDatabase(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        DataDirectory.EnsureWritable(configuration);
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } configured)
            return new(Task.Run(async () =>
            {
                await CheckDatabase.RunAsync(configured, CancellationToken.None);
                return (PrivatePostgres?)null;
            }), configuration);
        var guard = new ShutdownSignalHandler();
        builder.Services.AddSingleton<IHostedService>(guard);
        var options = new PrivatePostgresOptions
        {
            DataDirectory = DataDirectory.Resolve(configuration),
            PreferredBinFolder = configuration["Sovia:PostgresBin"],
            Log = Console.Error.WriteLine,
        };
        return new(Task.Run(() => StartAsync(options, guard)), configuration);
    }

    private static async Task<PrivatePostgres?> StartAsync(PrivatePostgresOptions options, ShutdownSignalHandler guard)
    {
        try
        {
            var postgres = await PrivatePostgres.StartAsync(options, guard.Stopping);
            guard.StopOnSignal(postgres);
            return postgres;
        }
        catch (OperationCanceledException) when (guard.Stopping.IsCancellationRequested)
        {
            guard.Dispose();
            throw new PrivatePostgresException("Stopped.");
        }
    }
}
