using System.Diagnostics;
using System.Security.Cryptography;

namespace Sovia.Bench.Media;

/// <summary>
/// A wall of fifty cards whose pictures are built: all fifty by HTTP, over six connections as a browser has them, and one after the other.
/// </summary>
internal static class HttpBench
{
    private const int Pictures = 50;
    private const int Rounds = 100;
    private const int Connections = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task RunAsync()
    {
        using var work = new WorkFolder();
        var addresses = Enumerable.Range(0, Pictures).Select(seed => AddressOf(Write(work, seed))).ToList();
        await BuiltAsync(work);
        Console.WriteLine($"| fifty thumbnails | rounds | {Figures.Columns}\n|---|---:|---:|---:|---:|");
        foreach (var connections in new[] { Connections, 1 })
        {
            var (site, address) = await Site.StartAsync(work.Path);
            await using var running = site;
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = address };
            Console.WriteLine((await RoundsAsync(client, addresses, connections, 1))
                .Row(Name(connections) + ", the first after the start", 1));
            await RoundsAsync(client, addresses, connections, 20);
            Console.WriteLine((await RoundsAsync(client, addresses, connections, Rounds)).Row(Name(connections), Rounds));
        }
    }

    private static string Name(int connections) => connections == 1 ? "one after the other" : $"over {connections} connections";

    private static async Task<Figures> RoundsAsync(HttpClient client, List<string> addresses, int connections, int rounds)
    {
        var figures = new Figures();
        for (var round = 0; round < rounds; round++)
            await figures.TakeAsync(() => Parallel.ForEachAsync(
                addresses, new ParallelOptions { MaxDegreeOfParallelism = connections }, async (address, ct) =>
                await client.GetByteArrayAsync(address, ct)));
        return figures;
    }

    private static string Write(WorkFolder work, int seed)
    {
        Directory.CreateDirectory(work.PathOf("media"));
        var path = Sheets.Write(work.PathOf("media", $"{seed}.png"), Sheets.Usual, seed);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        return path;
    }

    private static string AddressOf(string path)
    {
        using var bytes = File.OpenRead(path);
        return $"files/by-hash/{Convert.ToHexStringLower(SHA256.HashData(bytes))}/512";
    }

    // The site finds them and builds their pictures by itself.
    private static async Task BuiltAsync(WorkFolder work)
    {
        var (site, _) = await Site.StartAsync(work.Path);
        await using var running = site;
        for (var clock = Stopwatch.StartNew(); Built(work) < 3 * Pictures; await Task.Delay(200))
            if (clock.Elapsed > Patience) throw new TimeoutException("The pictures are not built.");
    }

    private static int Built(WorkFolder work) =>
        Directory.Exists(work.PathOf("thumbnails"))
        ? Directory.GetFiles(work.PathOf("thumbnails"), "*.webp", SearchOption.AllDirectories).Length : 0;
}
