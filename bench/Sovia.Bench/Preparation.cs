using System.Security.Cryptography;
using System.Text;

namespace Sovia.Bench;

/// <summary>Sees to it that a data directory holds a seeded library, the tables of the floor, and a server that counts.</summary>
internal sealed class Preparation(BenchOptions options, int families, string data)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private string SeedMarkerPath => Path.Combine(data, "bench-seeded");

    private string FloorMarkerPath => Path.Combine(data, "bench-floored");

    /// <summary>Does what is missing. What is there already is taken as it is.</summary>
    /// <returns>What the seeding said.</returns>
    public async Task<string> RunAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(data)!);
        if (!File.Exists(SeedMarkerPath)) await SeedAsync(ct);
        var sql = Floor();
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        if (!File.Exists(FloorMarkerPath) || await File.ReadAllTextAsync(FloorMarkerPath, ct) != version) await FloorAsync(sql, version,
            ct);
        return await File.ReadAllTextAsync(SeedMarkerPath, ct);
    }

    private async Task SeedAsync(CancellationToken ct)
    {
        if (Directory.Exists(Path.Combine(data, "postgres")))
            throw new InvalidOperationException(
                $"{data} holds a library that was not seeded to its end. Remove it, or name another with --data.");
        var output = await Tool.RunAsync(Longest, ct, "dotnet", options.Site, "seed", "--families", $"{families}",
            $"--Sovia:DataDirectory={data}");
        await File.WriteAllTextAsync(SeedMarkerPath, output, ct);
    }

    // What counts is loaded when the server starts, and the site that is measured starts it anew.
    private async Task FloorAsync(string sql, string version, CancellationToken ct)
    {
        await using var site = await SiteProcess.StartAsync(options.Site, data, ct);
        var database = new Database(data);
        await database.RunAsync(Statements.Load, ct);
        await database.RunAsync(sql, ct);
        await File.WriteAllTextAsync(FloorMarkerPath, version, ct);
    }

    private static string Floor()
    {
        using var stream = typeof(Preparation).Assembly.GetManifestResourceStream("floor.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
