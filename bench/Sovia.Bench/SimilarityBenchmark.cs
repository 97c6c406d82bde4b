using System.Diagnostics;
using System.Runtime.CompilerServices;
using Sovia.Similarity;

namespace Sovia.Bench;

/// <summary>
/// Measures the index of similar posts: how long a site takes to make it, and how long the index alone takes to answer, beside scikit-learn
/// on the same matrix.
/// </summary>
internal sealed class SimilarityBenchmark(BenchOptions options, string data)
{
    private const string Name = "similar", Library = "*DEFAULT*";

    private const int Queries = 200, Shown = 6;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private string Folder => Path.Combine(data, "similarity");

    /// <summary>Waits until a site has an index, and says how long that took.</summary>
    public static async Task<TimeSpan> ReadyAsync(SiteProcess site, string post, CancellationToken ct)
    {
        var from = Stopwatch.GetTimestamp();
        while (!(await site.Client.GetStringAsync(new Uri($"/posts/{post}/similar?handler=Strip", UriKind.Relative), ct))
            .Contains("data-score", StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(from) > Longest) throw new InvalidOperationException("There is no index of similar posts.");
            await Task.Delay(20, ct);
        }
        return Stopwatch.GetElapsedTime(from);
    }

    /// <summary>A line for each figure. No site may run on the data directory.</summary>
    /// <param name="post">A post with words.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<string> RunAsync(string post, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!options.Wants(Name)) yield break;
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
        await using (var site = await SiteProcess.StartAsync(options.Site, data, ct))
        {
            var before = site.Memory;
            yield return Table.Line("similar: index made anew, from the first question to its answer",
                $"{(await ReadyAsync(site, post, ct)).TotalSeconds:N1} s");
            while (!File.Exists(Path.Combine(Folder, "index"))) await Task.Delay(50, ct);
            yield return Table.Line("similar: memory of the site before and after", $"{before:N0} MB, {site.Memory:N0} MB");
        }
        await using var file = File.OpenRead(Path.Combine(Folder, "index"));
        var from = Stopwatch.GetTimestamp();
        var index = SimilarityIndexReader.Read(file, Library).Index;
        yield return Table.Line("similar: index read from disk",
            $"{Stopwatch.GetElapsedTime(from).TotalSeconds:N2} s for {file.Length / 1e6:N0} MB, {index.Count:N0} families, {index.MainSegment.Postings.EntryCount:N0} terms of families");
        var queries = QueriesOf(index);
        foreach (var query in queries) index.FindTop(query, 0, Shown);
        yield return Table.Line("similar: top 6 from the index, p50 and p95",
            Percentiles([.. queries.Select(query => Timed(() => index.FindTop(query, 0, Shown)))]));
        yield return Table.Line("similar: one family changed",
            Percentiles([.. queries.Take(10).Select(query => Timed(() => index.WithChanges([query.Families[0]], [])))]));
        foreach (var line in await new ScikitLearn(options.Work).RunAsync(index, queries, ct)) yield return line;
    }

    private static double Timed(Action work)
    {
        var from = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(from).TotalMilliseconds;
    }

    private static string Percentiles(List<double> taken)
    {
        taken.Sort();
        return $"{Table.Ms(taken[taken.Count / 2])} ms, {Table.Ms(taken[taken.Count * 95 / 100])} ms";
    }

    // Families from all over the index, with their terms, which only the index has.
    private static List<SimilarityQuery> QueriesOf(SimilarityIndex index)
    {
        var terms = new Dictionary<int, List<ulong>>();
        for (var one = 0; one < Queries; one++) terms[(int)((long)one * index.MainSegment.Count / Queries)] = [];
        var postings = index.MainSegment.Postings;
        for (var row = 0; row < postings.RowCount; row++)
        {
            var list = postings[row];
            foreach (var family in list.Families)
                if (terms.TryGetValue(family, out var found)) found.Add(postings.GetTerm(row));
            for (var i = 0; i < list.Repeats.Length; i++)
                if (terms.TryGetValue(list.RepeatingFamilies[i], out var found))
                    found.AddRange(Enumerable.Repeat(postings.GetTerm(row), (int)list.Repeats[i]));
        }
        return [.. terms.Where(one => one.Value.Count > 0)
            .Select(one => new SimilarityQuery(new FamilyTerms(index.MainSegment.Families[one.Key], [.. one.Value])))];
    }
}
