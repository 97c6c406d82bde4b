using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Storage;

/// <summary>Explains at the terminal why the site or a command cannot start, and what to do.</summary>
public static class StartupErrors
{
    private const string Setting = "ConnectionStrings:Postgres";

    /// <summary>Returns a description of the failure and its remedy; null if unknown, in which case the stack trace is shown.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        PrivatePostgresException or StartupException => exception.Message,
        PostgresException error => Explain(error),
        NpgsqlException poolError when DatabaseErrors.IsPoolExhausted(poolError) =>
            $"{DatabaseErrors.Explain(poolError)} Try again when it is less busy, or raise Maximum Pool Size= in {Setting}.",
        NpgsqlException outage =>
            $"Can't connect to PostgreSQL: {outage.Message}. Start it or check {Setting}. Without that setting, Sovia runs its own server.",
        IOException { InnerException: AddressInUseException } bindError =>
            $"{FirstSentence(bindError.Message)}, perhaps by another Sovia. Stop that program, or use another port: --urls http://localhost:5179",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This user isn't allowed to listen on that port. Use one above 1023, for example --urls http://localhost:5178",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "This computer doesn't have the address to listen on. Use another one, for example --urls http://localhost:5178",
        FormatException { Message: var text } when text.Contains("url", StringComparison.OrdinalIgnoreCase) =>
            $"{FirstSentence(text)}. An address to listen on looks like --urls http://localhost:5178",
        InvalidOperationException { Message: var text } when text.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
            "HTTPS needs a certificate (Kestrel:Certificates:Default:Path). Set one, or use HTTP: --urls http://localhost:5178",
        InvalidDataException { InnerException: { } cause }
            when exception.Message.StartsWith("Failed to load configuration", StringComparison.Ordinal) =>
            $"{FirstSentence(exception.Message)}: {cause.InnerException?.Message ?? cause.Message} Correct that file and start again.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };

    private static string Explain(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.DiskFull =>
            $"{DatabaseErrors.Explain(error)} Free up disk space and try again. Everything imported so far is kept.",
        PostgresErrorCodes.InvalidCatalogName =>
            $"PostgreSQL has no such database: {error.MessageText}. Create it, or correct Database= in {Setting}.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            $"PostgreSQL rejected the sign-in: {error.MessageText}. Correct Username= and Password= in {Setting}.",
        PostgresErrorCodes.InsufficientPrivilege =>
            $"PostgreSQL denied permission: {error.MessageText}. Make the user of {Setting} the owner of the database. Nothing was changed.",
        PostgresErrorCodes.TooManyConnections =>
            "PostgreSQL has no free connection. Stop other programs that use it, or raise its max_connections.",
        _ => $"PostgreSQL refused: {error.MessageText} ({error.SqlState}). Check {Setting}. Nothing was changed.",
    };

    private static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');
}
