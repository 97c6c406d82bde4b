using Npgsql;

namespace Sovia.Library.Search;

/// <summary>Keeps the line open on which changes of libraries are told, and opens it again when it breaks.</summary>
public sealed partial class HearChanges(NpgsqlDataSource source, LibraryVersion versions, TimeProvider clock, ILogger<HearChanges> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or IOException)
            {
                LogLost(e.Message);
            }
            finally
            {
                versions.Listen(false);
            }
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, told) => versions.Forget(told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {LibraryVersion.Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        versions.Listen(true);
        while (true) await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of the library are not heard of, each page asks for them until they are again: {Reason}")]
    private partial void LogLost(string reason);
}
