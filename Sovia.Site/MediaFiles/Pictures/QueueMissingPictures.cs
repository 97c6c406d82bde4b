using Marten;
using Sovia.Library;

namespace Sovia.MediaFiles.Pictures;

/// <summary>Finds the posts whose pictures were not built yet, and has them built ahead of time.</summary>
public sealed class QueueMissingPictures(IQuerySession session, LocalMedia media, PictureFolder folder, PictureQueue queue)
{
    // Those built last when all goes well.
    private static readonly PictureVariant[] Last = [PictureVariant.Widths[2], PictureVariant.Widths[1]];

    /// <summary>Goes through all posts with bytes on this machine.</summary>
    /// <returns>How many files were queued.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = queue.Waiting;
        var posts = session.Query<Post>().Where(post => post.File != null)
            .Select(post => new Known(post.File!.Sha256, post.File.Missing, post.MediaUrl, post.MimeType));
        await foreach (var post in posts.ToAsyncEnumerable(ct))
        {
            if (post.Missing || !ContentHash.IsOne(post.Sha256) || Last.All(variant => folder.Holds(new(post.Sha256, variant, PictureFormat.Webp)))) continue;
            if (media.Find(post.MediaUrl, post.MimeType) is { } file) queue.Add(post.Sha256, file.FullPath);
        }

        return queue.Waiting - before;
    }

    private sealed record Known(string Sha256, bool Missing, string? MediaUrl, string? MimeType);
}
