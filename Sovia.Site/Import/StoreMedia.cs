using Sovia.Downloads.Fetching;
using Sovia.Import.Containers;
using Sovia.Media.Scanning;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>Stores a picture, clip or sound that stood in an export.</summary>
internal sealed class StoreMedia(StoreUpload uploads)
{
    /// <summary>Stores it and finds its post.</summary>
    /// <param name="media">The name and the bytes.</param>
    /// <param name="file">The name of the file that it stood in.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Why it was left out, which says nothing of the others; null where it is in.</returns>
    /// <exception cref="StartupException">Nothing can be stored.</exception>
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
            return new(IssueCode.MediaDamaged, file, media.Name, $"Damaged inside the file and skipped. ({e.Message})", Rejected: true);
        }
        catch (Exception e) when (!content.HasFailed && e is (IOException or UnauthorizedAccessException))
        {
            throw CreateStorageException(e);
        }
    }

    /// <summary>What a failed write means, in words for the user.</summary>
    public static StartupException CreateStorageException(Exception e) =>
        new(DiskSpace.IsFull(e) ? "The disk that stores images and videos is full. Free up space there."
            : $"Can't store images and videos: {e.Message.TrimEnd('.')}.", e);
}
