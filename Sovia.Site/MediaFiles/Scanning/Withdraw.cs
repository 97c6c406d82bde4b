using Sovia.MediaFiles.Matching;

namespace Sovia.MediaFiles.Scanning;

/// <summary>Forgets places that are not looked at any more, and with them the contents that lie nowhere else.</summary>
internal static class Withdraw
{
    /// <summary>Takes the places out of a book in which their contents are open.</summary>
    /// <returns>Contents that lie elsewhere too, to be matched anew by what those places say.</returns>
    public static IReadOnlyList<string> In(FileBook book, IEnumerable<Guid> places, DateTimeOffset now)
    {
        var contents = new HashSet<string>(StringComparer.Ordinal);
        foreach (var location in places.Select(book.Location).OfType<FileLocation>().ToList())
        {
            // The user has said whose this very content is, wherever it lies.
            if (location.Sha256 is { } sha256 && book.MatchesOf(sha256).Any(match => match.ByHand)) Keep(book, location, now);
            else
            {
                book.Remove(location);
                if (location.Sha256 is { } content) contents.Add(content);
            }
        }

        var left = new List<string>();
        foreach (var sha256 in contents)
        {
            foreach (var match in book.MatchesOf(sha256).ToList()) book.Remove(match);
            if (book.LocationsOf(sha256).Any()) left.Add(sha256);
            else book.RemoveFile(sha256);
        }

        return left;
    }

    private static void Keep(FileBook book, FileLocation location, DateTimeOffset now)
    {
        var isHere = LocalMedia.At(location.Root, location.Path) is not null;
        if (isHere != location.MissingSince is null) book.Put(location with { MissingSince = isHere ? null : now });
    }
}
