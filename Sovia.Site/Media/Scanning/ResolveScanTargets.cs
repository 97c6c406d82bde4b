using Marten;

namespace Sovia.Media.Scanning;

/// <summary>Resolves the paths that a user names on the command line to scan targets.</summary>
internal sealed class ResolveScanTargets(AllMediaRoots roots, UploadFolder uploadFolder, ScanExclusions scanExclusions,
    ISessionFactory sessions)
{
    /// <summary>Returns the scan targets and records the rejected paths.</summary>
    public async Task<IReadOnlyList<ScanTarget>> RunAsync(IEnumerable<string> paths, ScanCounters tally, CancellationToken ct)
    {
        var targets = new List<ScanTarget>();
        foreach (var path in paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))))
        {
            var allRoots = await roots.ListAsync(ct);
            // An excluded folder becomes a separate root, because naming it is an explicit request.
            if (ScanTarget.Find(path, allRoots) is { } found && !(Directory.Exists(path) && scanExclusions.ExcludesFolderPath(found.Path)))
                targets.Add(found);
            else if (FindRejectionReason(path) is { } reason)
            {
                tally.AddRejected(path, reason);
                continue;
            }
            else
            {
                await using var session = sessions.OpenSession();
                session.Store(AddedRoot.FromPath(path));
                await session.SaveChangesAsync(ct);
                targets.Add(new(path));
            }
            // The roots below a named folder are scanned with it.
            targets.AddRange(allRoots.Where(root => root != path && ScanTarget.IsUnder(path, root)).Select(root => new ScanTarget(root)));
        }
        return [.. targets.Distinct()];
    }

    private string? FindRejectionReason(string path) =>
        File.Exists(path) ? "A file outside the media folders. Give the folder that contains it."
        : !Directory.Exists(path) ? "No such file or folder."
        : Path.GetDirectoryName(path) is null ? "A whole disk can't be a media folder."
        : ScanTarget.IsUnder(uploadFolder.DataDirectory, path)
        ? "The data directory contains more than media. Give its folder media or uploads."
        : null;
}
