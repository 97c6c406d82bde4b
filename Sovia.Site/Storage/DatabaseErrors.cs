using Npgsql;

namespace Sovia.Storage;

/// <summary>Says in plain words what keeps the database from doing its work.</summary>
public static class DatabaseErrors
{
    private const string NoConnectionLeft = "All of this site's database connections are in use.";

    /// <summary>What is the matter; null for an exception that is not the database's.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The library disk is full.",
        PostgresException answer => $"Database error: {answer.MessageText} ({answer.SqlState}).",
        NpgsqlException dry when IsPoolExhausted(dry) => NoConnectionLeft,
        NpgsqlException away => $"The database isn't responding: {away.Message}.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    /// <summary>Whether no connection was to be had because this site holds as many as it may; the server itself may be well.</summary>
    public static bool IsPoolExhausted(NpgsqlException exception) =>
        exception is { InnerException: TimeoutException }
        && exception.Message.Contains("connection pool", StringComparison.OrdinalIgnoreCase);
}
