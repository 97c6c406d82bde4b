using System.Globalization;

namespace Sovia.Bench;

/// <summary>Drives the site with wrk.</summary>
internal sealed class Wrk(SiteProcess site, string work, int seconds)
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "cycle.lua");

    /// <summary>Sends requests without a pause over the given number of keep-alive connections.</summary>
    /// <exception cref="InvalidOperationException">An answer was an error.</exception>
    public async Task<LoadResult> DriveAsync(Row row, IEnumerable<(string Name, string Value)> headers, int connections,
        CancellationToken ct)
    {
        var file = Path.Combine(work, "paths");
        await File.WriteAllLinesAsync(file, row.Paths, ct);
        var headerArguments = headers.SelectMany(header => new[] { "-H", $"{header.Name}: {header.Value}" });
        string[] line = ["wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", .. headerArguments, "-s", Script,
            $"{site.Address}",
            "--", file];
        var output = await Tool.RunAsync(TimeSpan.FromSeconds(seconds + 60), ct, line);
        var figures = output.Split('\n').Single(text => text.StartsWith("figures ", StringComparison.Ordinal)).Split(' ')[1..]
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        if (figures is not [var p50, var p95, var requests, var took, 0])
            throw new InvalidOperationException($"{row.Name}: {figures[4]:N0} of {figures[2]:N0} answers were errors.");
        return new(p50, p95, requests / took, (int)requests);
    }
}
