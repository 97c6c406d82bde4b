using System.Globalization;
using System.Runtime.InteropServices;
using Sovia.Similarity;

namespace Sovia.Bench;

/// <summary>Has scikit-learn answer the same queries from the same matrix, where there is one (Debian: <c>python3-sklearn</c>).</summary>
/// <param name="work">A folder for what is thrown away.</param>
internal sealed class ScikitLearn(string work)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>What its bare sparse product takes, and by how much its best scores differ from ours.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(SimilarityIndex index, IReadOnlyList<SimilarityQuery> queries, CancellationToken ct)
    {
        const string python = "/usr/bin/python3";
        if (!Directory.Exists("/usr/lib/python3/dist-packages/sklearn"))
            return [Table.Line("scikit-learn: its sparse product", "not installed")];
        var (folder, postings) = (Directory.CreateDirectory(Path.Combine(work, "scikit-learn")).FullName, index.MainSegment.Postings);
        var numbers = index.MainSegment.Families.Select((family, number) => (family.Id, number))
            .ToDictionary(one => one.Id, one => one.number);
        var (starts, families, counts) = ToMatrix(postings);
        await WriteAsync(folder, "starts", starts, ct);
        await WriteAsync(folder, "families", families, ct);
        await WriteAsync(folder, "counts", counts, ct);
        var sample = queries.Take(50).ToList();
        await WriteAsync<int>(folder, "queries", [.. sample.Select(query => numbers[query.Families[0].Facts.Id])], ct);
        // Without models and modes, of which scikit-learn knows nothing.
        await WriteAsync<double>(folder, "scores",
            [.. sample.Select(query => index.FindTop(Plain(query), 0, 1) is [var best, ..] ? best.Score : 0)], ct);
        var script = Path.Combine(folder, "similar.py");
        await using (var from = typeof(ScikitLearn).Assembly.GetManifestResourceStream("similar.py")!)
        await using (var to = File.Create(script)) await from.CopyToAsync(to, ct);
        var outputLines =
            (await Tool.RunAsync(Longest, ct, python, script, folder, index.MainSegment.Count.ToString(CultureInfo.InvariantCulture)))
            .Trim().Split('\n');
        Directory.Delete(folder, recursive: true);
        return [Table.Line("scikit-learn: its sparse product, p50 and p95", outputLines[0]),
            Table.Line("scikit-learn: largest difference of a best cosine", outputLines[1])];
    }

    // The whole matrix, column by column, with all counts.
    private static (int[] Starts, int[] Families, float[] Counts) ToMatrix(TermPostings postings)
    {
        var (starts, families, counts) = (new int[postings.RowCount + 1], new int[postings.EntryCount], new float[postings.EntryCount]);
        Array.Fill(counts, 1);
        for (var row = 0; row < postings.RowCount; row++)
        {
            var list = postings[row];
            starts[row + 1] = starts[row] + list.Families.Length;
            list.Families.CopyTo(families.AsSpan(starts[row]));
            for (var i = 0; i < list.Repeats.Length; i++)
                counts[starts[row] + list.Families.BinarySearch(list.RepeatingFamilies[i])] += list.Repeats[i];
        }
        return (starts, families, counts);
    }

    private static SimilarityQuery Plain(SimilarityQuery query) =>
        new(query.Families[0] with { Facts = query.Families[0].Facts with { Model = null, Modes = [] } });

    private static Task WriteAsync<T>(string folder, string name, T[] values, CancellationToken ct) where T : unmanaged =>
        File.WriteAllBytesAsync(Path.Combine(folder, name), MemoryMarshal.AsBytes<T>(values).ToArray(), ct);
}
