using Sovia.Downloads;
using Sovia.Library;
using Sovia.Media.Matching;

namespace Sovia.Import.Previews;

/// <summary>
/// Collects the preview of a run while it is read. Stores little for each post, and whole posts only for a few sample families.
/// </summary>
/// <param name="keepsAddresses">True to also store the media URL of each post.</param>
internal sealed class ImportPreviewBuilder(bool keepsAddresses = false)
{
    private readonly Dictionary<Guid, string> mediaUrls = [];
    private readonly Dictionary<Guid, LibraryPost?> libraryPosts = [];
    private readonly Dictionary<Guid, SeenPost> seenPosts = [];
    private readonly HashSet<Guid> includedIds = [];
    private readonly PreviewCardCollector samples = new();
    private int mediaFileCount;

    /// <summary>Adds a media file that is part of the import.</summary>
    /// <param name="name">The name that identifies its post.</param>
    public void Add(string name)
    {
        mediaFileCount++;
        if (PathIdParser.ParseName(Path.GetFileNameWithoutExtension(name)).LastOrDefault() is var id && id != default) includedIds.Add(id);
    }

    /// <summary>Returns the ids of a batch that must be looked up before it is added.</summary>
    public Guid[] FindUnknownIds(IReadOnlyList<IncomingPost> batch) =>
        [.. batch.SelectMany(incomingPost => new[] { incomingPost.Post.Id, incomingPost.Post.ParentId, incomingPost.Enclosing })
            .OfType<Guid>().Distinct().Where(id => !libraryPosts.ContainsKey(id))];

    /// <summary>Adds a batch.</summary>
    /// <param name="batch">The incoming posts.</param>
    /// <param name="found">The posts of <see cref="FindUnknownIds"/> that the library has.</param>
    public void Add(IReadOnlyList<IncomingPost> batch, IReadOnlyDictionary<Guid, LibraryPost> found)
    {
        foreach (var id in FindUnknownIds(batch)) libraryPosts[id] = found.GetValueOrDefault(id);
        foreach (var post in batch.Select(incomingPost => incomingPost.Post))
        {
            var previous = seenPosts.GetValueOrDefault(post.Id);
            seenPosts[post.Id] = new(
                post.ParentId ?? previous.Parent,
                post.Kind == MediaKind.Unknown ? previous.Kind : post.Kind,
                post.OwnerId ?? previous.Owner,
                post.MediaHost is { Length: > 0 } host ? MediaHosts.FindAccess(host) : previous.Access);
            if (IsNew(post.Id)) samples.Add(post);
            if (keepsAddresses && post.MediaUrl is { Length: > 0 } url) mediaUrls[post.Id] = url;
        }
    }

    /// <summary>
    /// The number of families of all posts. The dry run itself sees only the families within each batch, and counts a family twice if it is
    /// spread over two batches.
    /// </summary>
    public int FamilyCount => seenPosts.Keys.Select(id => FindRoot(id).Id).Distinct().Count();

    /// <summary>Returns the collected preview.</summary>
    public ImportPreview Build(Guid run)
    {
        var roots = seenPosts.Keys.ToDictionary(id => id, FindRoot);
        return new()
        {
            Id = run,
            NewFamilies = roots.Values.Distinct().Count(root => !root.IsKnown),
            NewVideosInKnownFamilies = seenPosts.Count(
                pair => pair.Value.Kind == MediaKind.Video && IsNew(pair.Key) && roots[pair.Key].IsKnown),
            Owners = CountOwners(),
            Media = CountMedia(),
            Cards = samples.BuildCards(),
        };
    }

    /// <summary>The distinct URLs of media files that are neither saved nor part of the import, sorted.</summary>
    public IReadOnlyList<string> MissingUrls =>
        [.. mediaUrls.Where(pair => IsMissing(pair.Key)).Select(pair => pair.Value).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private bool HasSavedMedia(Guid id) => libraryPosts.GetValueOrDefault(id) is { IsSaved: true };

    private bool IsMissing(Guid id) => !HasSavedMedia(id) && !includedIds.Contains(id);

    private bool IsNew(Guid id) => libraryPosts.GetValueOrDefault(id) is null or { IsStub: true };

    // A chain of parents ends at a family of the library or at an unknown parent. A cycle ends where it closes.
    private (Guid Id, bool IsKnown) FindRoot(Guid id)
    {
        for (var visited = new HashSet<Guid>(); visited.Add(id);)
        {
            if (libraryPosts.GetValueOrDefault(id) is { } libraryPost) return (libraryPost.RootId, true);
            if (!seenPosts.TryGetValue(id, out var post) || post.Parent is not { } parent) break;
            id = parent;
        }
        return (id, false);
    }

    private List<PreviewOwner> CountOwners()
    {
        var owners = seenPosts.Values.GroupBy(post => post.Owner).Select(group => new PreviewOwner(group.Key, group.Count()))
            .OrderBy(owner => owner.Id is null).ThenByDescending(owner => owner.Posts).ThenBy(owner => owner.Id).ToList();
        if (owners.Count <= ImportPreview.MaxNamedOwners) return owners;
        var otherPostCount = owners.Skip(ImportPreview.MaxNamedOwners - 1).Sum(owner => owner.Posts);
        return [.. owners.Take(ImportPreview.MaxNamedOwners - 1), new(null, otherPostCount, Others: true)];
    }

    private PreviewMedia CountMedia()
    {
        int CountPosts(Func<Guid, SeenPost, bool> predicate) => seenPosts.Count(pair => predicate(pair.Key, pair.Value));
        return new()
        {
            Files = mediaFileCount,
            Saved = CountPosts((id, _) => HasSavedMedia(id)),
            Included = CountPosts((id, _) => !HasSavedMedia(id) && includedIds.Contains(id)),
            Public = CountPosts((id, post) => IsMissing(id) && post.Access == HostAccess.Public),
            SignInRequired = CountPosts((id, post) => IsMissing(id) && post.Access == HostAccess.Cookie),
            WithoutUrl = CountPosts((id, post) => IsMissing(id) && post.Access is null),
        };
    }

    private readonly record struct SeenPost(Guid? Parent, MediaKind Kind, Guid? Owner, HostAccess? Access);
}
