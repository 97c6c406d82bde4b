using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>Words for the person at the terminal when there is no database to work with.</summary>
public static class CannotStart
{
    /// <summary>What happened and what to do; null for a failure of another kind, which deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PrivatePostgresException own => own.Message,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } full => $"{DatabaseTrouble.Explain(full)} Make room and try again; what had gone in before is in.",
        PostgresException answer => $"PostgreSQL refused: {answer.MessageText} ({answer.SqlState}). Check ConnectionStrings:Postgres; nothing was changed.",
        NpgsqlException away => $"PostgreSQL does not answer: {away.Message}. Start it, or check ConnectionStrings:Postgres; without that setting Sovia starts a server of its own.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
