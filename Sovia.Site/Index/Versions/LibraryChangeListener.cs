using Npgsql;

namespace Sovia.Index.Versions;

/// <summary>
/// Holds the connection that receives notifications of library changes, and reopens it when it breaks. A silently dropped connection looks
/// like one without notifications, so the listener queries it every few seconds.
/// </summary>
public sealed partial class LibraryChangeListener(NpgsqlDataSource source, LibraryStateCache versions, TimeProvider clock,
    ILogger<LibraryChangeListener> logger) : BackgroundService
{
    private const int QueryTimeoutSeconds = 5;

    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    // Measured from the time when an answered query was sent: the maximum time that pages can be stale after the connection was dropped.
    private static readonly TimeSpan ValidityPeriod = TimeSpan.FromSeconds(6);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Catches every exception, because an unhandled one would stop the site. The site works without notifications, but slower.
                LogLost(e.Message);
            }
            finally
            {
                versions.InvalidateAll();
            }
            await Task.Delay(ReconnectDelay, clock, stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, args) => versions.Invalidate(args.Payload);
        var sentAt = await QueryAsync(connection, $"listen {LibraryStateCache.Channel}", ct);
        // State that was read before this moment may have changed without a notification.
        versions.InvalidateAll();
        while (true)
        {
            versions.ExtendValidity(sentAt, ValidityPeriod);
            // A notification ends the wait.
            while (PollInterval - clock.GetElapsedTime(sentAt) is { TotalMilliseconds: >= 1 } delay) await connection.WaitAsync(delay, ct);
            // Once the answer arrives, all earlier notifications have arrived too.
            sentAt = await QueryAsync(connection, "select 1", ct);
        }
    }

    // Returns the time when the query was sent, after its answer has arrived.
    private async Task<long> QueryAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        var sentAt = clock.GetTimestamp();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = QueryTimeoutSeconds };
        await command.ExecuteNonQueryAsync(ct);
        return sentAt;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Not receiving notifications of library changes, so each page checks for them until they resume: {Reason}")]
    private partial void LogLost(string reason);
}
