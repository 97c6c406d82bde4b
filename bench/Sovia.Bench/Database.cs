namespace Sovia.Bench;

/// <summary>The private server of a running site, by hand.</summary>
/// <param name="data">The site's data directory.</param>
internal sealed class Database(string data)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    // The server wrote down where it listens: the port in the fourth line, the socket's folder in the fifth.
    private readonly string[] pidFileLines = File.ReadAllLines(Path.Combine(data, "postgres", "postmaster.pid"));

    /// <summary>What <c>psql</c> and <c>pgbench</c> need to reach it.</summary>
    public string[] Address => ["-h", pidFileLines[4], "-p", pidFileLines[3], "-U", "sovia"];

    /// <summary>Runs a script; a failing statement ends it.</summary>
    public async Task RunAsync(string sql, CancellationToken ct) => await QueryScalarAsync(sql, ct);

    /// <summary>The first column of the first row, as text.</summary>
    public async Task<string> QueryScalarAsync(string sql, CancellationToken ct)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, sql, ct);
            return (await Tool.RunAsync(Longest, ct,
                ["psql", .. Address, "-d", "sovia", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-f", file])).Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
