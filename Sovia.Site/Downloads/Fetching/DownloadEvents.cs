namespace Sovia.Downloads.Fetching;

/// <summary>Raises events when files are downloaded.</summary>
public sealed class DownloadEvents
{
    /// <summary>
    /// Raised with the post and the absolute path of the file, on any thread. Handlers must return quickly and must not throw.
    /// </summary>
    public event Action<Guid, string>? FileDownloaded;

    /// <summary>
    /// Raised with the post and the absolute path of a file that turned out to be a placeholder and was removed.
    /// </summary>
    public event Action<Guid, string>? PlaceholderRemoved;

    internal void RaiseFileDownloaded(Guid postId, string path) => FileDownloaded?.Invoke(postId, path);

    internal void RaisePlaceholderRemoved(Guid postId, string path) => PlaceholderRemoved?.Invoke(postId, path);
}
