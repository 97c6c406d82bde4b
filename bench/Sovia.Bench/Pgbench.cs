using System.Globalization;

namespace Sovia.Bench;

/// <summary>Asks the database alone, by hand-written SQL, prepared once.</summary>
internal sealed class Pgbench(Database database, string work, int seconds)
{
    /// <summary>Runs the statement without a pause over the given number of connections.</summary>
    public async Task<LoadResult> DriveAsync(string sql, int connections, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "pgbench"));
        var script = Path.Combine(folder.FullName, "script.sql");
        await File.WriteAllTextAsync(script, sql, ct);
        string[] line = ["pgbench", .. database.Address, "-n", "-M", "prepared", "-f", script, "-T", $"{seconds}", "-c", $"{connections}",
            "-l", "--log-prefix", Path.Combine(folder.FullName, "took"), "sovia"];
        await Tool.RunAsync(TimeSpan.FromSeconds(seconds + 60), ct, line);
        var took = folder.EnumerateFiles("took*").SelectMany(file => File.ReadLines(file.FullName))
            .Select(each => double.Parse(each.Split(' ')[2], CultureInfo.InvariantCulture) / 1000).Order().ToList();
        folder.Delete(recursive: true);
        return new(took[took.Count / 2], took[took.Count * 95 / 100], took.Count / (double)seconds, took.Count);
    }
}
