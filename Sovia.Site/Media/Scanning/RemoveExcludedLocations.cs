using Sovia.Media.Matching;

namespace Sovia.Media.Scanning;

/// <summary>Forgets places that are not looked at any more, and with them the contents that lie nowhere else.</summary>
internal static class RemoveExcludedLocations
{
    /// <summary>Takes the places out of a book in which their contents are open.</summary>
    /// <returns>Contents that lie elsewhere too, to be matched anew by what those places say.</returns>
    public static IReadOnlyList<string> Run(FileUnitOfWork book, IEnumerable<Guid> places, DateTimeOffset now)
    {
        var contents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var location in places.Select(book.FindLocation).OfType<FileLocation>().ToList())
        {
            // The user has said whose this very content is, wherever it lies.
            if (location.Sha256 is { } sha256 && book.GetMatches(sha256).Any(match => match.ByHand)) Keep(book, location, now);
            else
            {
                book.Delete(location);
                if (location.Sha256 is { } content) contents.Add(content);
            }
        }

        var left = new List<string>();
        foreach (var sha256 in contents)
        {
            foreach (var match in book.GetMatches(sha256).ToList()) book.Delete(match);
            if (book.GetLocations(sha256).Any()) left.Add(sha256);
            else book.DeleteFile(sha256);
        }

        return left;
    }

    private static void Keep(FileUnitOfWork book, FileLocation location, DateTimeOffset now)
    {
        var isHere = LocalMedia.FindAt(location.Root, location.Path) is not null;
        if (isHere != location.MissingSince is null) book.Store(location with { MissingSince = isHere ? null : now });
    }
}
