using Sovia.Downloads.Fetching;
using Sovia.Import.Containers;
using Sovia.Media.Scanning;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Stores an image, video or sound embedded in an export.</summary>
internal sealed class StoreEmbeddedMedia(StoreUpload uploads)
{
    /// <summary>Stores the media file and matches it to its post.</summary>
    /// <param name="media">The name and the bytes.</param>
    /// <param name="file">The name of the file that contained it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The reason if this one file was skipped; null if it was stored.</returns>
    /// <exception cref="StartupException">No file can be stored.</exception>
    public async Task<ImportIssue?> RunAsync(ExtractedMedia media, string file, CancellationToken ct)
    {
        var content = new FaultTrackingStream(media.Content);
        try
        {
            return await uploads.StoreAsync(media.Name, content, ct) is { File: null, Refusal: { } refusal }
                ? new(IssueCode.Refused, file, media.Name, refusal, Rejected: true)
                : null;
        }
        catch (Exception e) when (content.HasFailed && e is (InvalidDataException or DecompressionLimitException or EndOfStreamException))
        {
            return new(IssueCode.MediaDamaged, file, media.Name, "Damaged inside the file and skipped.", Rejected: true);
        }
        catch (Exception e) when (!content.HasFailed && e is (IOException or UnauthorizedAccessException))
        {
            throw CreateStorageException(e);
        }
    }

    /// <summary>Creates the exception for a failed write, with a message for the user.</summary>
    public static StartupException CreateStorageException(Exception e) =>
        new(DiskSpace.IsFull(e) ? "The disk that stores images and videos is full. Free up space there."
            : $"Can't store images and videos: {e.Message.TrimEnd('.')}.", e);
}
