using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>Starts a private PostgreSQL server for a site without a configured database.</summary>
public static class PrivatePostgresExtensions
{
    /// <summary>
    /// Starts the private server, or checks the configured server, in the background while the site is built.
    /// Throws if the data directory is not writable.
    /// </summary>
    public static PendingDatabase StartDatabase(this IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        DataDirectory.EnsureWritable(configuration);
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } connectionString)
            return new(Task.Run(async () =>
            {
                await DatabaseCheck.RunAsync(connectionString, CancellationToken.None);
                return (PrivatePostgres?)null;
            }), configuration);
        var signalHandler = new ShutdownSignalHandler();
        builder.Services.AddSingleton<IHostedService>(signalHandler);
        var options = new PrivatePostgresOptions
        {
            DataDirectory = DataDirectory.Resolve(configuration),
            PreferredBinFolder = configuration["Sovia:PostgresBin"],
            Log = Console.Error.WriteLine,
        };
        return new(Task.Run(() => StartAsync(options, signalHandler)), configuration);
    }

    private static async Task<PrivatePostgres?> StartAsync(PrivatePostgresOptions options, ShutdownSignalHandler signalHandler)
    {
        try
        {
            var postgres = await PrivatePostgres.StartAsync(options, signalHandler.Stopping);
            signalHandler.StopOnSignal(postgres);
            return postgres;
        }
        catch (OperationCanceledException) when (signalHandler.Stopping.IsCancellationRequested)
        {
            signalHandler.Dispose();
            throw new PrivatePostgresException("Stopped.");
        }
    }
}
