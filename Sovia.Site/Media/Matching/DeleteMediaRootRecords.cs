using Marten;

namespace Sovia.Media.Matching;

/// <summary>Deletes all file records below a folder that is no longer a media root.</summary>
public static class DeleteMediaRootRecords
{
    /// <summary>Deletes the folder's locations, and the files and matches that have no other location. The caller saves.</summary>
    /// <param name="session">The session to delete in.</param>
    /// <param name="root">Absolute path of the media root.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RunAsync(IDocumentSession session, string root, CancellationToken ct)
    {
        var locations = await session.Query<FileLocation>().Where(location => location.Root == root).ToListAsync(ct);
        var hashes = locations.Select(location => location.Sha256).OfType<string>().Distinct().ToArray();
        var otherHashes = await session.Query<FileLocation>().Where(location => location.Sha256!.IsOneOf(hashes) && location.Root != root)
            .Select(location => location.Sha256!).ToListAsync(ct);
        foreach (var location in locations) session.Delete(location);
        var orphanedHashes = hashes.Except(otherHashes, StringComparer.Ordinal).ToArray();
        foreach (var hash in orphanedHashes) session.Delete<MediaFile>(hash);
        session.DeleteWhere<FileMatch>(match => match.Sha256.IsOneOf(orphanedHashes));
    }
}
