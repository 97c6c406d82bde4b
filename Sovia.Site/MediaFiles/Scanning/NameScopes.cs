using Marten;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Makes scopes of what a user names on the terminal.</summary>
internal sealed class NameScopes(KnownRoots roots, Uploads uploads, Exclusions exclusions, ISessionFactory sessions)
{
    /// <summary>The scopes; what is refused is noted.</summary>
    public async Task<IReadOnlyList<Scope>> OfAsync(IEnumerable<string> paths, ScanTally tally, CancellationToken ct)
    {
        var scopes = new List<Scope>();
        foreach (var path in paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))))
        {
            var all = await roots.AllAsync(ct);
            // A folder that would be passed by becomes a root of its own: naming it is asking for it.
            if (Scope.Of(path, all) is { } known && !(Directory.Exists(path) && exclusions.CoversFolder(known.Path))) scopes.Add(known);
            else if (WhyNot(path) is { } reason)
            {
                tally.Reject(path, reason);
                continue;
            }
            else
            {
                await using var session = sessions.OpenSession();
                session.Store(AddedRoot.Of(path));
                await session.SaveChangesAsync(ct);
                scopes.Add(new(path));
            }
            // Roots below a named folder are part of what was meant.
            scopes.AddRange(all.Where(root => root != path && Scope.IsUnder(path, root)).Select(root => new Scope(root)));
        }
        return [.. scopes.Distinct()];
    }

    private string? WhyNot(string path) =>
        File.Exists(path) ? "A file outside the media folders. Give the folder that contains it."
        : !Directory.Exists(path) ? "No such file or folder."
        : Path.GetDirectoryName(path) is null ? "A whole disk can't be a media folder."
        : Scope.IsUnder(uploads.DataDirectory, path) ? "The data directory contains more than media. Give its folder media or uploads."
        : null;
}
