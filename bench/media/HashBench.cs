using System.Diagnostics;
using NetVips;
using Sovia.Duplicates.Hashes;

namespace Sovia.Bench.Media;

/// <summary>Perceptual hashes: how fast they are made, all near pairs, and one look-up, with a scan of each hash beside.</summary>
internal static class HashBench
{
    private const int LookUps = 2_000;
    private const int Scans = 20;
    private const int Thumbnails = 1_000;

    // Of so many hashes every pair is compared one by one, and the time for all follows from that.
    private const int Compared = 20_000;

    public static void Run(int count)
    {
        OneCore.Keep();
        Console.WriteLine(
            $"| {count:N0} hashes | pairs to 4 | index built, s | all pairs to 4, s | by scan, s (reckoned) | look-up to 7, ms | p95, ms | by scan, ms |\n|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, hashes) in new[] { ("random", Random(count)), ("clustered", Clustered(count)) }) Row(name, hashes);
        Hashing();
    }

    private static void Row(string name, ulong[] hashes)
    {
        _ = new HashIndex([.. hashes.Take(10_000)]).FindPairs(4);
        var clock = Stopwatch.StartNew();
        var index = new HashIndex(hashes);
        var built = clock.Elapsed.TotalSeconds;
        clock.Restart();
        var pairs = index.FindPairs(4).Count;
        var all = clock.Elapsed.TotalSeconds;
        var scanned = ScanPairs(hashes) * ((double)hashes.Length / Compared) * ((double)hashes.Length / Compared);
        var (looked, scans) = (new Figures(), new Figures());
        var found = 0;
        for (var at = 0; at < LookUps; at++)
        {
            var hash = hashes[at * 499 % hashes.Length] ^ 1UL << at % 64;
            looked.Take(() => index.FindNear(hash, HashIndex.MaxDistance, (_, _) => found++));
        }
        var expected = 0;
        for (var at = 0; at < Scans; at++)
        {
            var hash = hashes[at * 499 % hashes.Length] ^ 1UL << at % 64;
            var (near, inIndex) = (0, 0);
            scans.Take(() => near = Scan(hashes, hash));
            index.FindNear(hash, HashIndex.MaxDistance, (_, _) => inIndex++);
            if (near != inIndex) throw new InvalidOperationException($"The index finds {inIndex} where a scan finds {near}.");
            expected += near;
        }
        if (found < expected) throw new InvalidOperationException("Look-ups found nothing.");
        Console.WriteLine(
            $"| {name} | {pairs:N0} | {built:0.00} | {all:0.00} | {scanned:0} | {looked.Median:0.0000} | {looked.Late:0.0000} | {scans.Median:0.00} |");
    }

    private static double ScanPairs(ulong[] hashes)
    {
        var clock = Stopwatch.StartNew();
        var found = 0;
        for (var one = 0; one < Compared; one++)
            for (var other = one + 1; other < Compared; other++)
                if (PerceptualHash.Distance(hashes[one], hashes[other]) <= 4) found++;
        GC.KeepAlive(found);
        return clock.Elapsed.TotalSeconds;
    }

    private static int Scan(ulong[] hashes, ulong hash)
    {
        var found = 0;
        foreach (var one in hashes)
            if (PerceptualHash.Distance(one, hash) <= HashIndex.MaxDistance) found++;
        return found;
    }

    private static void Hashing()
    {
        using var work = new WorkFolder();
        var small = Enumerable.Range(0, 10).Select(seed =>
        {
            using var sheet = Image.NewFromFile(Sheets.Write(work.PathOf($"{seed}.png"), Sheets.Usual, seed));
            using var thumbnail = sheet.ThumbnailImage(256);
            return thumbnail.WebpsaveBuffer(q: 80);
        }).ToArray();
        var grey = new byte[PerceptualHash.Side * PerceptualHash.Side];
        new Random(1).NextBytes(grey);
        Console.WriteLine(
            $"\n| fingerprints, one core, by the processor's time | a second |\n|---|---:|\n| of a decoded thumbnail | {Rate(_ => PerceptualHash.Compute(grey)):N0} |\n| of a thumbnail of 256 px as it lies on disk (WebP), decoding included | {Rate(at => FingerprintCalculator.HashSmallPicture(small[at % small.Length])):N0} |");
    }

    // By the processor's time, which waiting for a core does not lengthen.
    private static double Rate(Func<int, ulong?> hash)
    {
        for (var at = 0; at < 50; at++) hash(at);
        var before = Environment.CpuUsage.TotalTime;
        for (var at = 0; at < Thumbnails; at++) hash(at);
        return Thumbnails / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static ulong[] Random(int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue))];
    }

    // Two of three hashes lie near another one, as in a library of variants; a thousand lie around a single one.
    private static ulong[] Clustered(int count)
    {
        var (random, hashes) = (new Random(2), Random(count));
        for (var at = 0; at < count; at++)
        {
            if (at % 3 == 0) continue;
            var hash = at % (count / 1_000 + 1) == 1 ? hashes[0] : hashes[at - at % 3];
            for (var flips = random.Next(7); flips > 0; flips--) hash ^= 1UL << random.Next(64);
            hashes[at] = hash;
        }
        return hashes;
    }
}
