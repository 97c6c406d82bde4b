using Npgsql;

namespace Sovia.Index.Versions;

/// <summary>
/// Keeps the connection open on which changes of libraries are told, and opens it again when it breaks. A connection that is cut between
/// two machines looks as if nobody had anything to tell, so it is asked for an answer every few seconds.
/// </summary>
public sealed partial class LibraryChangeListener(NpgsqlDataSource source, LibraryStateCache versions, TimeProvider clock,
    ILogger<LibraryChangeListener> logger) : BackgroundService
{
    private const int SecondsForAnswer = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(2);

    // Counted from when a question was sent that was answered: so long pages may be out of date after the connection was cut.
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
                // Whatever it is: an exception that leaves here would end the site, which is right without hearing, only slower.
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
        // What was read before this moment may have changed since, unheard.
        versions.InvalidateAll();
        while (true)
        {
            versions.ExtendValidity(asked, Trusted);
            // A change that is told ends the waiting.
            while (BetweenQuestions - clock.GetElapsedTime(asked) is { TotalMilliseconds: >= 1 } left) await connection.WaitAsync(left, ct);
            // What was told before the answer has been heard when the answer is.
            asked = await AskAsync(connection, "select 1", ct);
        }
    }

    // When it was asked, once the answer is there.
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
