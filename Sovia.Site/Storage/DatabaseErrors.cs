using Npgsql;

namespace Sovia.Storage;

/// <summary>Explains in plain words why the database is unavailable.</summary>
public static class DatabaseErrors
{
    private const string NoConnectionLeft = "All of this site's database connections are in use.";

    /// <summary>Returns a description of a database error; null for any other exception.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The library disk is full.",
        PostgresException error => $"Database error: {error.MessageText} ({error.SqlState}).",
        NpgsqlException poolError when IsPoolExhausted(poolError) => NoConnectionLeft,
        NpgsqlException outage => $"The database isn't responding: {outage.Message}.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    /// <summary>Returns whether no connection was free because this site's pool is exhausted; the server itself may be fine.</summary>
    public static bool IsPoolExhausted(NpgsqlException exception) =>
        exception is { InnerException: TimeoutException }
        && exception.Message.Contains("connection pool", StringComparison.OrdinalIgnoreCase);
}
