using Marten;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Media.Matching;

/// <summary>The files, locations and matches of one transaction. Saving also updates their posts' files and families.</summary>
internal sealed class FileUnitOfWork(IDocumentSession session)
{
    private readonly Dictionary<string, MediaFile> files = [];
    private readonly Dictionary<Guid, FileLocation> locations = [];
    private readonly Dictionary<string, FileMatch> matches = [];
    private readonly Dictionary<Guid, Post> newPosts = [];
    private readonly HashSet<string> deletedMatchIds = [];
    private readonly HashSet<Guid> affectedPostIds = [];

    public IDocumentSession Session => session;

    /// <summary>Returns the file with this hash if it is loaded.</summary>
    public MediaFile? FindFile(string sha256) => files.GetValueOrDefault(sha256);

    /// <summary>Returns the location with this ID if it is loaded.</summary>
    public FileLocation? FindLocation(Guid id) => locations.GetValueOrDefault(id);

    /// <summary>Returns all loaded locations of a content.</summary>
    public IEnumerable<FileLocation> GetLocations(string sha256) => locations.Values.Where(location => location.Sha256 == sha256);

    /// <summary>Returns all loaded matches of a content.</summary>
    public IEnumerable<FileMatch> GetMatches(string sha256) => matches.Values.Where(match => match.Sha256 == sha256);

    /// <summary>Loads locations by ID.</summary>
    public async Task LoadLocationsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        foreach (var location in await session.LoadManyAsync<FileLocation>(ct, ids)) locations[location.Id] = location;
    }

    /// <summary>Loads files with all their locations and matches. Keeps entries that are already loaded.</summary>
    public async Task LoadAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        var keys = hashes.ToArray();
        foreach (var file in await session.LoadManyAsync<MediaFile>(ct, keys)) files.TryAdd(file.Id, file);
        foreach (var location in await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(keys)).ToListAsync(ct))
            locations.TryAdd(location.Id, location);
        foreach (var match in await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(keys)).ToListAsync(ct))
        {
            matches.TryAdd(match.Id, match);
            affectedPostIds.Add(match.PostId);
        }
    }

    /// <summary>Adds or updates a file.</summary>
    public void Store(MediaFile file) => session.Store<MediaFile>(files[file.Id] = file);

    /// <summary>Adds or updates a location.</summary>
    public void Store(FileLocation location) => session.Store<FileLocation>(locations[location.Id] = location);

    /// <summary>Adds or updates a match.</summary>
    public void Store(FileMatch match)
    {
        session.Store<FileMatch>(matches[match.Id] = match);
        deletedMatchIds.Remove(match.Id);
        affectedPostIds.Add(match.PostId);
    }

    /// <summary>Deletes a match.</summary>
    public void Delete(FileMatch match)
    {
        session.Delete<FileMatch>(match.Id);
        matches.Remove(match.Id);
        deletedMatchIds.Add(match.Id);
        affectedPostIds.Add(match.PostId);
    }

    /// <summary>Deletes a location.</summary>
    public void Delete(FileLocation location)
    {
        session.Delete<FileLocation>(location.Id);
        locations.Remove(location.Id);
    }

    /// <summary>Deletes a file that has no locations and no matches left.</summary>
    public void DeleteFile(string sha256)
    {
        session.Delete<MediaFile>(sha256);
        files.Remove(sha256);
    }

    /// <summary>Adds a new post.</summary>
    public void Store(Post post) => newPosts[post.Id] = post;

    /// <summary>Updates the affected posts and families and saves everything.</summary>
    public async Task SaveChangesAsync(CancellationToken ct)
    {
        foreach (var file in files.Values.ToList())
            if (GetLocations(file.Id).Any(location => location.MissingSince is null) is var present && present != file.Present)
                Store(file with { Present = present });
        if (affectedPostIds.Count > 0 || newPosts.Count > 0) await UpdatePostsAsync(ct);
        await session.SaveChangesAsync(ct);
    }

    // Loads all files of the affected posts, because a post may have files outside this unit of work.
    private async Task UpdatePostsAsync(CancellationToken ct)
    {
        var postIds = affectedPostIds.ToArray();
        foreach (var match in await session.Query<FileMatch>().Where(match => match.PostId.IsOneOf(postIds)).ToListAsync(ct))
            if (!deletedMatchIds.Contains(match.Id)) matches.TryAdd(match.Id, match);
        foreach (var file in await session.LoadManyAsync<MediaFile>(ct, matches.Values.Select(match => match.Sha256).Distinct()
            .Where(hash => !files.ContainsKey(hash))))
            files.Add(file.Id, file);
        var storedPosts = (await session.LoadManyAsync<Post>(ct, postIds)).ToDictionary(post => post.Id);
        var filesByPost = matches.Values.ToLookup(match => match.PostId, match => (match, files[match.Sha256]));
        var names = await ReadNamesAsync(filesByPost.Where(g => g.Count() > 1).SelectMany(g => g, (_, pair) => pair.match.Sha256),
            ct);
        var changedPosts = new List<Post>();
        foreach (var post in newPosts.Values.Concat(storedPosts.Values.ExceptBy(newPosts.Keys, post => post.Id)))
            if (PostFileResolver.Resolve(post, [.. filesByPost[post.Id]], hash => FileNameClassifier.FindBest(names[hash])) is var updated
                && (newPosts.ContainsKey(post.Id) || updated != post)) changedPosts.Add(updated);
        session.Store<Post>(changedPosts);
        await RefreshFamilies.RefreshAsync(session, changedPosts, [], ct);
    }

    // Names decide which of several files is best for a post, so only posts with more than one file need them.
    private async Task<ILookup<string?, FileLocation>> ReadNamesAsync(IEnumerable<string> hashes, CancellationToken ct)
    {
        var missing = hashes.Distinct().Except(locations.Values.Select(location => location.Sha256).OfType<string>()).ToArray();
        var loaded = missing.Length == 0 ? [] : await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(missing))
            .ToListAsync(ct);
        return locations.Values.Concat(loaded).DistinctBy(location => location.Id).ToLookup(location => location.Sha256);
    }
}
