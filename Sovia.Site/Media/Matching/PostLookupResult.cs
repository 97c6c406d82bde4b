using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>The posts that were requested.</summary>
internal sealed class PostLookupResult
{
    private readonly Dictionary<Guid, Post> byId;
    private readonly ILookup<Guid, Post> byParent;
    private readonly ILookup<string, Post> byPrefix;
    private readonly ILookup<DateTimeOffset, Post> bySecond;
    private readonly ILookup<string, Post> byAudio;

    /// <param name="posts">All posts found, without duplicates.</param>
    public PostLookupResult(IReadOnlyCollection<Post> posts)
    {
        byId = posts.ToDictionary(post => post.Id);
        byParent = posts.Where(post => post.ParentId is not null).ToLookup(post => post.ParentId!.Value);
        byPrefix = posts.ToLookup(post => post.Id.ToString("N")[..8]);
        bySecond = posts.Where(post => post.CreatedAt is not null).ToLookup(post => TruncateToSecond(post.CreatedAt!.Value));
        byAudio = posts.SelectMany(post => post.AudioUrls, (post, url) => (post, url))
            .ToLookup(pair => pair.url, pair => pair.post, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Returns the post with this ID, or null.</summary>
    public Post? Find(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Returns the children of a post, newest first, the order in which every source lists them.</summary>
    public IReadOnlyList<Post> GetChildren(Guid id) => [.. byParent[id].OrderByDescending(post => post.CreatedAt).ThenBy(post => post.Id)];

    /// <summary>Returns the posts whose ID has this prefix.</summary>
    public IEnumerable<Post> FindByIdPrefix(string prefix) => byPrefix[prefix];

    /// <summary>Returns the posts created in this second.</summary>
    public IEnumerable<Post> FindBySecond(DateTimeOffset second) => bySecond[second];

    /// <summary>Returns the posts with this audio track.</summary>
    public IEnumerable<Post> FindByAudioUrl(string url) => byAudio[url];

    /// <summary>Truncates a time to whole seconds.</summary>
    public static DateTimeOffset TruncateToSecond(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
