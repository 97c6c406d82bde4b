using Marten;
using Sovia.Media;

namespace Sovia.Pictures;

/// <summary>Finds the files whose pictures are not built yet and queues them.</summary>
public sealed class QueueMissingPictures(IQuerySession session, AllMediaRoots roots, PictureFolder folder, PictureQueue queue)
{
    // The variants built last, so their presence means that all are built.
    private static readonly PictureVariant[] LastVariants = [PictureVariant.Widths[2], PictureVariant.Widths[1]];

    /// <summary>
    /// Queues all showable images and videos that a scan found below the current media roots and whose pictures are missing.
    /// </summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number of files queued.</returns>
    public Task<int> RunAsync(CancellationToken ct) => RunAsync(null, ct);

    /// <summary>Queues only the files with these hashes, by the same rules.</summary>
    /// <param name="only">Hashes of the contents; null for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number of files queued.</returns>
    public async Task<int> RunAsync(IReadOnlyCollection<string>? only, CancellationToken ct)
    {
        var countBefore = queue.WaitingCount;
        var mediaRoots = await roots.ListAsync(ct);
        var hashes = only?.ToArray();
        var omitted = session.Query<MediaFile>().Where(file => (file.Problem != null && file.Properties!.ThumbHash == null)
            || file.Mime.StartsWith("audio/"));
        var found = session.Query<FileLocation>().Where(location => location.Sha256 != null && location.MissingSince == null);
        if (hashes is not null)
            (omitted, found) = (omitted.Where(file => file.Id.IsOneOf(hashes)), found.Where(location => location.Sha256!.IsOneOf(hashes)));
        var skippedHashes = (await omitted.Select(file => file.Id).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        await foreach (var location in found.ToAsyncEnumerable(ct))
            if (!skippedHashes.Contains(location.Sha256!)
                && mediaRoots.Contains(location.Root)
                && !LastVariants.All(variant => folder.Contains(new(location.Sha256!, variant, PictureFormat.Webp)))
                && MediaFileLocator.FindAt(location.Root, location.Path) is { } file)
                queue.Add(location.Sha256!, file.FullPath);
        return queue.WaitingCount - countBefore;
    }
}
