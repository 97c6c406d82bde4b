using Marten;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Media.Matching;

/// <summary>
/// The files, places and matches that one transaction works on. What is put here is stored at the end together with all
/// that follows from it: which posts have bytes, and their families.
/// </summary>
internal sealed class FileUnitOfWork(IDocumentSession session)
{
    private readonly Dictionary<string, MediaFile> files = [];
    private readonly Dictionary<Guid, FileLocation> locations = [];
    private readonly Dictionary<string, FileMatch> matches = [];
    private readonly Dictionary<Guid, Post> posts = [];
    private readonly HashSet<string> removed = [];
    private readonly HashSet<Guid> touched = [];

    /// <summary>The session the book is written with.</summary>
    public IDocumentSession Session => session;

    /// <summary>The content of a hash, where it is known.</summary>
    public MediaFile? FindFile(string sha256) => files.GetValueOrDefault(sha256);

    /// <summary>The location of an id, where it was opened.</summary>
    public FileLocation? FindLocation(Guid id) => locations.GetValueOrDefault(id);

    /// <summary>Every place of a content.</summary>
    public IEnumerable<FileLocation> GetLocations(string sha256) => locations.Values.Where(location => location.Sha256 == sha256);

    /// <summary>Every match of a content.</summary>
    public IEnumerable<FileMatch> GetMatches(string sha256) => matches.Values.Where(match => match.Sha256 == sha256);

    /// <summary>Reads places by id.</summary>
    public async Task LoadLocationsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        foreach (var location in await session.LoadManyAsync<FileLocation>(ct, ids)) locations[location.Id] = location;
    }

    /// <summary>Reads contents with all their places and matches. What is in the book already stays as it is.</summary>
    public async Task LoadAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        var wanted = hashes.ToArray();
        foreach (var file in await session.LoadManyAsync<MediaFile>(ct, wanted)) files.TryAdd(file.Id, file);
        foreach (var location in await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(wanted)).ToListAsync(ct))
            locations.TryAdd(location.Id, location);
        foreach (var match in await session.Query<FileMatch>().Where(match => match.Sha256.IsOneOf(wanted)).ToListAsync(ct))
        {
            matches.TryAdd(match.Id, match);
            touched.Add(match.PostId);
        }
    }

    /// <summary>Enters or changes a content.</summary>
    public void Store(MediaFile file) => session.Store<MediaFile>(files[file.Id] = file);

    /// <summary>Enters or changes a place.</summary>
    public void Store(FileLocation location) => session.Store<FileLocation>(locations[location.Id] = location);

    /// <summary>Enters or changes a match.</summary>
    public void Store(FileMatch match)
    {
        session.Store<FileMatch>(matches[match.Id] = match);
        removed.Remove(match.Id);
        touched.Add(match.PostId);
    }

    /// <summary>Takes a match out.</summary>
    public void Delete(FileMatch match)
    {
        session.Delete<FileMatch>(match.Id);
        matches.Remove(match.Id);
        removed.Add(match.Id);
        touched.Add(match.PostId);
    }

    /// <summary>Takes a place out.</summary>
    public void Delete(FileLocation location)
    {
        session.Delete<FileLocation>(location.Id);
        locations.Remove(location.Id);
    }

    /// <summary>Takes out a content that has neither places nor matches any more.</summary>
    public void DeleteFile(string sha256)
    {
        session.Delete<MediaFile>(sha256);
        files.Remove(sha256);
    }

    /// <summary>Enters a new post.</summary>
    public void Store(Post post) => posts[post.Id] = post;

    /// <summary>Settles what follows and saves everything.</summary>
    public async Task SaveChangesAsync(CancellationToken ct)
    {
        foreach (var file in files.Values.ToList())
            if (GetLocations(file.Id).Any(location => location.MissingSince is null) is var present && present != file.Present)
                Store(file with { Present = present });
        if (touched.Count > 0 || posts.Count > 0) await SettleAsync(ct);
        await session.SaveChangesAsync(ct);
    }

    // A post may have other files than those this book is about.
    private async Task SettleAsync(CancellationToken ct)
    {
        var ids = touched.ToArray();
        foreach (var match in await session.Query<FileMatch>().Where(match => match.PostId.IsOneOf(ids)).ToListAsync(ct))
            if (!removed.Contains(match.Id)) matches.TryAdd(match.Id, match);
        foreach (var file in await session.LoadManyAsync<MediaFile>(ct, matches.Values.Select(match => match.Sha256).Distinct()
            .Where(hash => !files.ContainsKey(hash))))
            files.Add(file.Id, file);
        var known = (await session.LoadManyAsync<Post>(ct, ids)).ToDictionary(post => post.Id);
        var filesOf = matches.Values.ToLookup(match => match.PostId, match => (match, files[match.Sha256]));
        var names = await NamesAsync(filesOf.Where(files => files.Count() > 1).SelectMany(files => files, (_, pair) => pair.match.Sha256),
            ct);
        var changed = new List<Post>();
        foreach (var post in posts.Values.Concat(known.Values.ExceptBy(posts.Keys, post => post.Id)))
            if (PostFileResolver.Resolve(post, [.. filesOf[post.Id]], hash => FileNameClassifier.FindBest(names[hash])) is var settled
                && (posts.ContainsKey(post.Id) || settled != post)) changed.Add(settled);
        session.Store<Post>(changed);
        await RefreshFamilies.RefreshAsync(session, changed, [], ct);
    }

    // Which of several files is a post's, is told by what they are called; most posts have one.
    private async Task<ILookup<string?, FileLocation>> NamesAsync(IEnumerable<string> hashes, CancellationToken ct)
    {
        var wanted = hashes.Distinct().Except(locations.Values.Select(location => location.Sha256).OfType<string>()).ToArray();
        var others = wanted.Length == 0 ? [] : await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(wanted))
            .ToListAsync(ct);
        return locations.Values.Concat(others).DistinctBy(location => location.Id).ToLookup(location => location.Sha256);
    }
}
