using System.Collections.Concurrent;
using Sovia.Library.Search;

namespace Sovia.Similarity;

/// <summary>
/// The similarity index of each library, in this process. It is built when it is first asked for, and from then on follows the library's content: the families
/// whose rows have changed are read again, and the next index takes the place of the last one whole.
/// </summary>
public sealed class LibrarySimilarity(ReadCompared read, LibraryVersion versions)
{
    private const int AtOnce = 5_000;

    private readonly ConcurrentDictionary<string, Followed> libraries = new();

    /// <summary>The libraries that are followed.</summary>
    public IEnumerable<string> Libraries => libraries.Keys;

    /// <summary>The index of the library as it is now.</summary>
    public async Task<SimilarityIndex> CurrentAsync(string library, CancellationToken ct)
    {
        var followed = libraries.GetOrAdd(library, static _ => new());
        return await FollowAsync(library, followed, ct);
    }

    /// <summary>Brings the index of a library up to date, where anybody has asked for it.</summary>
    public async Task FollowAsync(string library, CancellationToken ct)
    {
        if (libraries.TryGetValue(library, out var followed)) await FollowAsync(library, followed, ct);
    }

    private async Task<SimilarityIndex> FollowAsync(string library, Followed followed, CancellationToken ct)
    {
        await followed.Turn.WaitAsync(ct);
        try
        {
            // Read before the rows: what changes meanwhile is looked at once more.
            var stamp = (await versions.CurrentAsync(library, ct)).Stamp;
            if (followed.Index is { } known && followed.Stamp == stamp) return known;
            var rows = await read.StampsAsync(library, ct);
            var changed = rows.Where(row => !followed.Rows.TryGetValue(row.Key, out var before) || before != row.Value).Select(row => row.Key).ToArray();
            var gone = followed.Rows.Keys.Where(id => !rows.ContainsKey(id)).ToList();
            var families = new List<ComparedFamily>(changed.Length);
            foreach (var some in changed.Chunk(AtOnce))
                await foreach (var (family, _) in read.OfAsync(library, some, ct)) families.Add(family);
            var index = followed.Index ?? SimilarityIndex.Empty;
            if (families.Count > 0 || gone.Count > 0) index = index.With(families, gone);
            (followed.Rows, followed.Stamp, followed.Index) = (rows, stamp, index);
            return index;
        }
        finally
        {
            followed.Turn.Release();
        }
    }

    private sealed class Followed
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public volatile SimilarityIndex? Index;

        public Dictionary<Guid, uint> Rows { get; set; } = [];

        public string? Stamp { get; set; }
    }
}
