using Npgsql;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>Distinguishes transient database errors from those that recur on every retry.</summary>
public static class DatabaseErrorClassifier
{
    // The server ended an idle transaction (idle_in_transaction_session_timeout).
    private const string IdleTransactionTimeout = "25P03";

    /// <summary>Returns the database's exception among an exception and its causes; null if there is none.</summary>
    public static NpgsqlException? FindNpgsqlException(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            if (exception is NpgsqlException fault) return fault;
        return null;
    }

    /// <summary>
    /// Returns whether a retry can succeed: the server is unreachable, starting or stopping, out of space or connections, aborted one of
    /// two conflicting transactions, or ended an idle one because this process was suspended. A statement timeout is not transient, because
    /// the statement would take as long again.
    /// </summary>
    public static bool IsTransient(Exception exception) => FindNpgsqlException(exception) is { } fault
        && !IsMalformed(fault) && fault.SqlState != PostgresErrorCodes.QueryCanceled
        && (fault.IsTransient || fault.SqlState == IdleTransactionTimeout || GetClass(fault) is "08" or "53" or "57");

    /// <summary>Returns whether no connection was free because this site's pool is exhausted.</summary>
    public static bool IsPoolExhausted(NpgsqlException fault) => DatabaseErrors.IsPoolExhausted(fault);

    /// <summary>
    /// Returns whether the written data is the cause: text, numbers or sizes that PostgreSQL rejects, or a bug in this program that one
    /// item triggers. With fewer or other items the same work may succeed.
    /// </summary>
    public static bool IsDataError(Exception exception) => FindNpgsqlException(exception) is { } fault
        ? IsMalformed(fault) || GetClass(fault) is "22" or "23" or "54"
        : exception is ArgumentException or FormatException or OverflowException or InvalidOperationException
        or System.Text.Json.JsonException or IndexOutOfRangeException or KeyNotFoundException;

    // The server reports a malformed binary value as a protocol violation or an internal error.
    private static bool IsMalformed(NpgsqlException fault) =>
        fault.SqlState is PostgresErrorCodes.ProtocolViolation or PostgresErrorCodes.InternalError;

    private static string? GetClass(NpgsqlException fault) => fault.SqlState is { Length: > 1 } state ? state[..2] : null;
}
