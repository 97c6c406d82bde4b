using Sovia.Media.Matching;

namespace Sovia.Media.Scanning;

/// <summary>Removes locations that are excluded from scans, and the files that have no other location.</summary>
internal static class RemoveExcludedLocations
{
    /// <summary>Removes the locations from a unit of work in which their files are loaded.</summary>
    /// <returns>Hashes of files with other locations, to be matched again by those.</returns>
    public static IReadOnlyList<string> Run(FileUnitOfWork unit, IEnumerable<Guid> places, DateTimeOffset now)
    {
        var affectedHashes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var location in places.Select(unit.FindLocation).OfType<FileLocation>().ToList())
        {
            // Keep the location, because a manual match applies to the content wherever it is.
            if (location.Sha256 is { } sha256 && unit.GetMatches(sha256).Any(match => match.IsManual)) UpdateMissing(unit, location, now);
            else
            {
                unit.Delete(location);
                if (location.Sha256 is { } hash) affectedHashes.Add(hash);
            }
        }

        var remainingHashes = new List<string>();
        foreach (var sha256 in affectedHashes)
        {
            foreach (var match in unit.GetMatches(sha256).ToList()) unit.Delete(match);
            if (unit.GetLocations(sha256).Any()) remainingHashes.Add(sha256);
            else unit.DeleteFile(sha256);
        }

        return remainingHashes;
    }

    private static void UpdateMissing(FileUnitOfWork work, FileLocation location, DateTimeOffset now)
    {
        var isPresent = MediaFileLocator.FindAt(location.Root, location.Path) is not null;
        if (isPresent != location.MissingSince is null) work.Store(location with { MissingSince = isPresent ? null : now });
    }
}
