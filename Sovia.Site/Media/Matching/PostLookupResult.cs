using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>The posts that were asked for.</summary>
internal sealed class PostLookupResult
{
    private readonly Dictionary<Guid, Post> byId;
    private readonly ILookup<Guid, Post> byParent;
    private readonly ILookup<string, Post> byPrefix;
    private readonly ILookup<DateTimeOffset, Post> bySecond;
    private readonly ILookup<string, Post> byAudio;

    /// <param name="posts">All that were found, each once.</param>
    public PostLookupResult(IReadOnlyCollection<Post> posts)
    {
        byId = posts.ToDictionary(post => post.Id);
        byParent = posts.Where(post => post.ParentId is not null).ToLookup(post => post.ParentId!.Value);
        byPrefix = posts.ToLookup(post => post.Id.ToString("N")[..8]);
        bySecond = posts.Where(post => post.CreatedAt is not null).ToLookup(post => TruncateToSecond(post.CreatedAt!.Value));
        byAudio = posts.SelectMany(post => post.AudioUrls, (post, url) => (post, url))
            .ToLookup(pair => pair.url, pair => pair.post, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The post of an id, or null.</summary>
    public Post? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>What was made from a post, newest first, as every source lists it.</summary>
    public IReadOnlyList<Post> GetChildren(Guid id) => [.. byParent[id].OrderByDescending(post => post.CreatedAt).ThenBy(post => post.Id)];

    /// <summary>Posts whose id begins so.</summary>
    public IEnumerable<Post> FindByIdPrefix(string prefix) => byPrefix[prefix];

    /// <summary>Posts made in this second.</summary>
    public IEnumerable<Post> FindBySecond(DateTimeOffset second) => bySecond[second];

    /// <summary>Posts that name this sound track.</summary>
    public IEnumerable<Post> FindByAudioUrl(string url) => byAudio[url];

    /// <summary>The time without what is finer than a second.</summary>
    public static DateTimeOffset TruncateToSecond(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
