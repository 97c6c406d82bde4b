using Marten;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Finds the files whose pictures were not built yet, and has them built ahead of time.</summary>
public sealed class QueueMissingPictures(IQuerySession session, PictureFolder folder, PictureQueue queue)
{
    // Those built last when all goes well.
    private static readonly PictureVariant[] Last = [PictureVariant.Widths[2], PictureVariant.Widths[1]];

    /// <summary>Goes through all files that a scan has met and that are still there.</summary>
    /// <returns>How many files were queued.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = queue.Waiting;
        await foreach (var location in session.Query<FileLocation>().Where(location => location.Sha256 != null && location.MissingSince == null).ToAsyncEnumerable(ct))
            if (!Last.All(variant => folder.Holds(new(location.Sha256!, variant, PictureFormat.Webp)))
                && LocalMedia.At(location.Root, location.Path) is { } file)
                queue.Add(location.Sha256!, file.FullPath);
        return queue.Waiting - before;
    }
}
