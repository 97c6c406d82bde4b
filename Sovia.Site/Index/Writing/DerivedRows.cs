using System.Collections.Concurrent;
using Sovia.Jobs;
using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Text;

namespace Sovia.Index.Writing;

/// <summary>
/// The data derived from the posts of some families: cards, and the index rows of the families and their changed posts.
/// </summary>
internal sealed record DerivedRows
{
    // The minimum batch size that justifies a thread.
    private const int BatchSize = 64;

    /// <summary>The cards of listed families.</summary>
    public IReadOnlyList<Family> Families { get; private init; } = [];

    /// <summary>The index row of each listed family.</summary>
    public IReadOnlyList<IndexRow> FamilyIndexRows { get; private init; } = [];

    /// <summary>The index row of each changed post that is listed, without stubs.</summary>
    public IReadOnlyList<IndexRow> PostIndexRows { get; private init; } = [];

    /// <summary>The index row of each changed post that is unlisted.</summary>
    public IReadOnlyList<IndexRow> UnlistedPostIndexRows { get; private init; } = [];

    /// <summary>The IDs of all members with rows, listed or not.</summary>
    public IReadOnlyList<Guid> MemberIds { get; private init; } = [];

    /// <summary>The roots of families without posts.</summary>
    public IReadOnlyList<Guid> RemovedRoots { get; private init; } = [];

    /// <summary>Derives the data.</summary>
    /// <param name="roots">The families.</param>
    /// <param name="posts">All posts of these families.</param>
    /// <param name="changed">The posts whose rows are to be written.</param>
    /// <param name="unlisted">The unlisted posts.</param>
    public static async Task<DerivedRows> BuildAsync(
        IReadOnlyCollection<Guid> roots, IReadOnlyCollection<Post> posts, IEnumerable<Post> changed,
        IReadOnlyDictionary<Guid, Visibility> unlisted)
    {
        var members = posts.ToLookup(post => post.RootId);
        var textCache = new ConcurrentDictionary<string, AnalyzedText>(StringComparer.Ordinal);
        var familyRows = (await ConvertAllAsync(roots.Where(members.Contains), root =>
            BuildFamily([.. members[root]], unlisted, textCache)))
            .OfType<(Family Family, IndexRow Row)>().ToList();
        var postRows = await ConvertAllAsync(changed.Where(post => !post.IsStub), post => IndexRowBuilder.BuildPost(post, textCache));
        return new()
        {
            Families = familyRows.ConvertAll(entry => entry.Family),
            FamilyIndexRows = familyRows.ConvertAll(entry => entry.Row),
            // Skips the filter if no post is unlisted, because imports write many rows and rarely contain unlisted posts.
            PostIndexRows = unlisted.Count == 0 ? postRows : postRows.FindAll(row => !unlisted.ContainsKey(row.Id)),
            UnlistedPostIndexRows = unlisted.Count == 0 ? []
            : [.. postRows.Where(row => unlisted.ContainsKey(row.Id)).Select(row => row with { Visibility = unlisted[row.Id] })],
            MemberIds = [.. posts.Where(post => !post.IsStub).Select(post => post.Id)],
            RemovedRoots = [.. roots.Where(root => !members.Contains(root))],
        };
    }

    // Returns null if no member is listed.
    private static (Family Family, IndexRow Row)? BuildFamily(List<Post> posts, IReadOnlyDictionary<Guid, Visibility> unlisted,
        ConcurrentDictionary<string, AnalyzedText> textCache)
    {
        if (FamilyPart.Split(posts, unlisted).FirstOrDefault(part => part.Visibility == Visibility.Visible) is not { } part) return null;
        var family = FamilyBuilder.Build(part.Posts);
        return (family, IndexRowBuilder.BuildFamily(family, part.Members, textCache));
    }

    private static async Task<List<TOut>> ConvertAllAsync<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> map) =>
        [.. (await Task.WhenAll(items.Chunk(BatchSize).Select(chunk => CpuScheduler.Run(() => Array.ConvertAll(chunk, item => map(item))))))
            .SelectMany(results => results)];
}
