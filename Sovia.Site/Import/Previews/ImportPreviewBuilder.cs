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
    private readonly Dictionary<Guid, string> addresses = [];
    private readonly Dictionary<Guid, LibraryPost?> library = [];
    private readonly Dictionary<Guid, SeenPost> met = [];
    private readonly HashSet<Guid> coming = [];
    private readonly SampleFamilies samples = new();
    private int files;

    /// <summary>Adds a media file that is part of the import.</summary>
    /// <param name="name">The name that identifies its post.</param>
    public void Add(string name)
    {
        files++;
        if (PathIdParser.ParseName(Path.GetFileNameWithoutExtension(name)).LastOrDefault() is var id && id != default) coming.Add(id);
    }

    /// <summary>Returns the ids of a batch that must be looked up before it is added.</summary>
    public Guid[] FindUnknownIds(IReadOnlyList<IncomingPost> batch) =>
        [.. batch.SelectMany(incomingPost => new[] { incomingPost.Post.Id, incomingPost.Post.ParentId, incomingPost.Enclosing })
            .OfType<Guid>().Distinct().Where(id => !library.ContainsKey(id))];

    /// <summary>Adds a batch.</summary>
    /// <param name="batch">The incoming posts.</param>
    /// <param name="found">The posts of <see cref="FindUnknownIds"/> that the library has.</param>
    public void Add(IReadOnlyList<IncomingPost> batch, IReadOnlyDictionary<Guid, LibraryPost> found)
    {
        foreach (var id in FindUnknownIds(batch)) library[id] = found.GetValueOrDefault(id);
        foreach (var post in batch.Select(incomingPost => incomingPost.Post))
        {
            var before = met.GetValueOrDefault(post.Id);
            met[post.Id] = new(
                post.ParentId ?? before.Parent,
                post.Kind == MediaKind.Unknown ? before.Kind : post.Kind,
                post.OwnerId ?? before.Owner,
                post.MediaHost is { Length: > 0 } host ? MediaHosts.FindAccess(host) : before.Access);
            if (IsNew(post.Id)) samples.Add(post);
            if (keepsAddresses && post.MediaUrl is { Length: > 0 } address) addresses[post.Id] = address;
        }
    }

    /// <summary>
    /// The number of families of all posts. The dry run itself sees only the families within each batch, and counts a family twice if it is
    /// spread over two batches.
    /// </summary>
    public int FamilyCount => met.Keys.Select(id => FindRoot(id).Id).Distinct().Count();

    /// <summary>Returns the collected preview.</summary>
    public ImportPreview Build(Guid run)
    {
        var families = met.Keys.ToDictionary(id => id, FindRoot);
        return new()
        {
            Id = run,
            NewFamilies = families.Values.Distinct().Count(root => !root.IsKnown),
            NewVideosOfKnown = met.Count(pair => pair.Value.Kind == MediaKind.Video && IsNew(pair.Key) && families[pair.Key].IsKnown),
            Owners = CountOwners(),
            Media = CountMedia(),
            Cards = samples.BuildCards(),
        };
    }

    /// <summary>The distinct URLs of media files that are neither saved nor part of the import, sorted.</summary>
    public IReadOnlyList<string> MissingUrls =>
        [.. addresses.Where(pair => IsMissing(pair.Key)).Select(pair => pair.Value).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private bool IsHere(Guid id) => library.GetValueOrDefault(id) is { IsSaved: true };

    private bool IsMissing(Guid id) => !IsHere(id) && !coming.Contains(id);

    private bool IsNew(Guid id) => library.GetValueOrDefault(id) is null or { IsStub: true };

    // A chain of parents ends at a family of the library or at an unknown parent. A cycle ends where it closes.
    private (Guid Id, bool IsKnown) FindRoot(Guid id)
    {
        for (var seen = new HashSet<Guid>(); seen.Add(id);)
        {
            if (library.GetValueOrDefault(id) is { } known) return (known.RootId, true);
            if (!met.TryGetValue(id, out var post) || post.Parent is not { } parent) break;
            id = parent;
        }
        return (id, false);
    }

    private List<PreviewOwner> CountOwners()
    {
        var owners = met.Values.GroupBy(post => post.Owner).Select(posts => new PreviewOwner(posts.Key, posts.Count()))
            .OrderBy(owner => owner.Id is null).ThenByDescending(owner => owner.Posts).ThenBy(owner => owner.Id).ToList();
        if (owners.Count <= ImportPreview.MaxNamedOwners) return owners;
        var rest = owners.Skip(ImportPreview.MaxNamedOwners - 1).Sum(owner => owner.Posts);
        return [.. owners.Take(ImportPreview.MaxNamedOwners - 1), new(null, rest, Others: true)];
    }

    private PreviewMedia CountMedia()
    {
        int Count(Func<Guid, SeenPost, bool> counts) => met.Count(pair => counts(pair.Key, pair.Value));
        return new()
        {
            Files = files,
            Here = Count((id, _) => IsHere(id)),
            Coming = Count((id, _) => !IsHere(id) && coming.Contains(id)),
            Public = Count((id, post) => IsMissing(id) && post.Access == HostAccess.Public),
            Cookie = Count((id, post) => IsMissing(id) && post.Access == HostAccess.Cookie),
            Nowhere = Count((id, post) => IsMissing(id) && post.Access is null),
        };
    }

    private readonly record struct SeenPost(Guid? Parent, MediaKind Kind, Guid? Owner, HostAccess? Access);
}
