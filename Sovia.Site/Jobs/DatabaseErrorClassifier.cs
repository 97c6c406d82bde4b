using Npgsql;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Tells faults of the database that pass by themselves from those that come again however often the same work is tried.</summary>
public static class DatabaseErrorClassifier
{
    // The server ended a transaction in which nothing was said for long (idle_in_transaction_session_timeout).
    private const string SleptThrough = "25P03";

    /// <summary>The database's own exception; null where there is none in it.</summary>
    public static NpgsqlException? FindNpgsqlException(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            if (exception is NpgsqlException fault) return fault;
        return null;
    }

    /// <summary>
    /// True where the same work can succeed later: the server is away, starts or stops, has no room or no connection left, let one of two
    /// transactions go first, or ended one that this program slept through. A statement that was cancelled for taking too long takes as
    /// long again.
    /// </summary>
    public static bool IsTransient(Exception exception) => FindNpgsqlException(exception) is { } fault
        && !IsMalformed(fault) && fault.SqlState != PostgresErrorCodes.QueryCanceled
        && (fault.IsTransient || fault.SqlState == SleptThrough || ClassOf(fault) is "08" or "53" or "57");

    /// <summary>True where no connection was to be had because this site holds as many as it may.</summary>
    public static bool IsPoolExhausted(NpgsqlException fault) => DatabaseErrors.IsPoolExhausted(fault);

    /// <summary>
    /// True where what was to be written is the reason: text, numbers or sizes that PostgreSQL does not take, or a mistake of this program
    /// that one item brings out. With less or other data the same work may succeed.
    /// </summary>
    public static bool IsDataError(Exception exception) => FindNpgsqlException(exception) is { } fault
        ? IsMalformed(fault) || ClassOf(fault) is "22" or "23" or "54"
        : exception is ArgumentException or FormatException or OverflowException or InvalidOperationException
        or System.Text.Json.JsonException or IndexOutOfRangeException or KeyNotFoundException;

    // Binary data that the server cannot make sense of: it speaks of a broken protocol or an internal error then, and means a value.
    private static bool IsMalformed(NpgsqlException fault) =>
        fault.SqlState is PostgresErrorCodes.ProtocolViolation or PostgresErrorCodes.InternalError;

    private static string? ClassOf(NpgsqlException fault) => fault.SqlState is { Length: > 1 } state ? state[..2] : null;
}
