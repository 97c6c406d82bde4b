using Marten;

namespace Sovia.Media.Scanning;

/// <summary>Resolves the paths that a user names on the command line to scan targets.</summary>
internal sealed class ResolveScanTargets(AllMediaRoots roots, UploadFolder uploadFolder, ScanExclusions scanExclusions,
    ISessionFactory sessions)
{
    /// <summary>Returns the scan targets and records the rejected paths.</summary>
    public async Task<IReadOnlyList<ScanTarget>> RunAsync(IEnumerable<string> paths, ScanCounters tally, CancellationToken ct)
    {
        var scopes = new List<ScanTarget>();
        foreach (var path in paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))))
        {
            var all = await roots.ListAsync(ct);
            // An excluded folder becomes a root of its own, because naming it is an explicit request.
            if (ScanTarget.Find(path, all) is { } known && !(Directory.Exists(path) && scanExclusions.ExcludesFolderPath(known.Path)))
                scopes.Add(known);
            else if (WhyNot(path) is { } reason)
            {
                tally.AddRejected(path, reason);
                continue;
            }
            else
            {
                await using var session = sessions.OpenSession();
                session.Store(AddedRoot.FromPath(path));
                await session.SaveChangesAsync(ct);
                scopes.Add(new(path));
            }
            // The roots below a named folder are scanned with it.
            scopes.AddRange(all.Where(root => root != path && ScanTarget.IsUnder(path, root)).Select(root => new ScanTarget(root)));
        }
        return [.. scopes.Distinct()];
    }

    private string? WhyNot(string path) =>
        File.Exists(path) ? "A file outside the media folders. Give the folder that contains it."
        : !Directory.Exists(path) ? "No such file or folder."
        : Path.GetDirectoryName(path) is null ? "A whole disk can't be a media folder."
        : ScanTarget.IsUnder(uploadFolder.DataDirectory, path)
        ? "The data directory contains more than media. Give its folder media or uploads."
        : null;
}
