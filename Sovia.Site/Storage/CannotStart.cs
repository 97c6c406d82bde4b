using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>Explains to the person at the terminal why the site or a command cannot start, and what to do.</summary>
public static class CannotStart
{
    private const string Setting = "ConnectionStrings:Postgres";

    /// <summary>What happened and what to do; null for a failure of another kind, which deserves its stack trace.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PrivatePostgresException or CannotStartException => exception.Message,
        PostgresException answer => Explain(answer),
        NpgsqlException dry when DatabaseTrouble.IsPoolExhausted(dry) =>
            $"{DatabaseTrouble.Explain(dry)} Try again when it has less to do, or raise Maximum Pool Size= in {Setting}.",
        NpgsqlException away => $"PostgreSQL does not answer: {away.Message}. Start it, or check {Setting}; without that setting Sovia starts a server of its own.",
        IOException { InnerException: AddressInUseException } taken =>
            $"{FirstSentence(taken.Message)}, perhaps by another Sovia. End that program, or serve on another port: --urls http://localhost:5179",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This user may not listen on that port. Take one above 1023, for example --urls http://localhost:5178",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "This machine does not have the address that it is to listen on. Take another one, for example --urls http://localhost:5178",
        FormatException { Message: var text } when text.Contains("url", StringComparison.OrdinalIgnoreCase) =>
            $"{FirstSentence(text)}. An address to listen on looks like --urls http://localhost:5178",
        InvalidOperationException { Message: var text } when text.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
            "Serving over https needs a certificate (Kestrel:Certificates:Default:Path). Name one, or serve over http: --urls http://localhost:5178",
        InvalidDataException { InnerException: { } fault } when exception.Message.StartsWith("Failed to load configuration", StringComparison.Ordinal) =>
            $"{FirstSentence(exception.Message)}: {fault.InnerException?.Message ?? fault.Message} Correct that file and start again.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    private static string Explain(PostgresException answer) => answer.SqlState switch
    {
        PostgresErrorCodes.DiskFull => $"{DatabaseTrouble.Explain(answer)} Make room and try again; what had gone in before is in.",
        PostgresErrorCodes.InvalidCatalogName => $"PostgreSQL has no such database: {answer.MessageText}. Create it, or correct Database= in {Setting}.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL does not let Sovia in: {answer.MessageText}. Correct Username= and Password= in {Setting}.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"PostgreSQL forbids it: {answer.MessageText}. Make the user of {Setting} the owner of the database; nothing was changed.",
        PostgresErrorCodes.TooManyConnections => "PostgreSQL has no connection left. End other programs that use it, or raise its max_connections.",
        _ => $"PostgreSQL refused: {answer.MessageText} ({answer.SqlState}). Check {Setting}; nothing was changed.",
    };

    private static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');
}
