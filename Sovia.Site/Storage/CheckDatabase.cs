using Npgsql;

namespace Sovia.Storage;

/// <summary>Looks at a configured database before anything is done to it.</summary>
internal static class CheckDatabase
{
    private const int OldestMajor = 15;

    /// <summary>Connects once and asks for the server's version.</summary>
    /// <exception cref="StartupException">The setting cannot be read, or the server is too old.</exception>
    /// <exception cref="NpgsqlException">The server does not answer or refuses.</exception>
    public static async Task RunAsync(string setting, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ParseConnectionString(setting).ConnectionString);
        await connection.OpenAsync(ct);
        ThrowIfTooOld(connection.PostgreSqlVersion);
    }

    /// <summary>Refuses a server that lacks what the site's statements use.</summary>
    /// <exception cref="StartupException">It is too old.</exception>
    internal static void ThrowIfTooOld(Version version)
    {
        if (version.Major < OldestMajor)
            throw new StartupException(
                $"The server of ConnectionStrings:Postgres is PostgreSQL {version}, and Sovia needs {OldestMajor} or newer. "
                + "Nothing was changed. Upgrade it or use another. Without that setting, Sovia runs its own server.");
    }

    /// <summary>Reads the setting.</summary>
    /// <exception cref="StartupException">It cannot be read.</exception>
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
