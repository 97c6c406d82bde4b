using Npgsql;

namespace Sovia.Storage;

/// <summary>Checks a configured database before the site uses it.</summary>
internal static class DatabaseCheck
{
    private const int MinMajorVersion = 15;

    /// <summary>Connects once and checks the server's version.</summary>
    /// <exception cref="StartupException">The connection string is invalid, or the server is too old.</exception>
    /// <exception cref="NpgsqlException">The server does not answer or refuses the connection.</exception>
    public static async Task RunAsync(string setting, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ParseConnectionString(setting).ConnectionString);
        await connection.OpenAsync(ct);
        ThrowIfTooOld(connection.PostgreSqlVersion);
    }

    /// <summary>Throws if the server is too old for the site's SQL.</summary>
    /// <exception cref="StartupException">The server is too old.</exception>
    internal static void ThrowIfTooOld(Version version)
    {
        if (version.Major < MinMajorVersion)
            throw new StartupException(
                $"The server of ConnectionStrings:Postgres is PostgreSQL {version}, and Sovia needs {MinMajorVersion} or newer. "
                + "Nothing was changed. Upgrade it or use another. Without that setting, Sovia runs its own server.");
    }

    /// <summary>Parses the connection string.</summary>
    /// <exception cref="StartupException">The connection string is invalid.</exception>
    public static NpgsqlConnectionStringBuilder ParseConnectionString(string setting)
    {
        try
        {
            return new(setting);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new StartupException($"ConnectionStrings:Postgres cannot be read: {e.Message.TrimEnd('.')}. It looks like "
                + "Host=localhost;Database=sovia;Username=sovia;Password=...", e);
        }
    }
}
