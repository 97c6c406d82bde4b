using Npgsql;

namespace Sovia.Index.Versions;

/// <summary>
/// Holds the connection that receives notifications of library changes, and reopens it when it breaks. A silently dropped connection looks
/// like one without notifications, so the listener queries it every few seconds.
/// </summary>
public sealed partial class LibraryChangeListener(NpgsqlDataSource source, LibraryStateCache versions, TimeProvider clock,
    ILogger<LibraryChangeListener> logger) : BackgroundService
{
    private const int SecondsForAnswer = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(2);

    // Measured from the time when an answered query was sent: the maximum time that pages can be stale after the connection was dropped.
    private static readonly TimeSpan Trusted = TimeSpan.FromSeconds(6);

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
                // Catches every exception, because an unhandled one would stop the site, which works without notifications, only slower.
                LogLost(e.Message);
            }
            finally
            {
                versions.InvalidateAll();
            }
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, told) => versions.Invalidate(told.Payload);
        var asked = await AskAsync(connection, $"listen {LibraryStateCache.Channel}", ct);
        // State that was read before this moment may have changed without a notification.
        versions.InvalidateAll();
        while (true)
        {
            versions.ExtendValidity(asked, Trusted);
            // A notification ends the wait.
            while (BetweenQuestions - clock.GetElapsedTime(asked) is { TotalMilliseconds: >= 1 } left) await connection.WaitAsync(left, ct);
            // Once the answer arrives, all earlier notifications have arrived too.
            asked = await AskAsync(connection, "select 1", ct);
        }
    }

    // Returns the time when the query was sent, after its answer has arrived.
    private async Task<long> AskAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        var asked = clock.GetTimestamp();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = SecondsForAnswer };
        await command.ExecuteNonQueryAsync(ct);
        return asked;
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Changes of the library are not heard of, each page asks for them until they are again: {Reason}")]
    private partial void LogLost(string reason);
}
