using Npgsql;

namespace Sovia.Storage;

/// <summary>Says in plain words what keeps the database from doing its work.</summary>
public static class DatabaseTrouble
{
    /// <summary>What is the matter; null for an exception that is not the database's.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => "The disk that the library lies on is full.",
        PostgresException answer => $"The database refuses: {answer.MessageText} ({answer.SqlState}).",
        NpgsqlException away => $"The database does not answer: {away.Message}.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
