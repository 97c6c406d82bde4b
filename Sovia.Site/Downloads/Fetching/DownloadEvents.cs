namespace Sovia.Downloads.Fetching;

/// <summary>Tells whoever listens that a file has come home.</summary>
public sealed class DownloadEvents
{
    /// <summary>
    /// Called with the post and the absolute path of the file, from any thread. A listener hands on and returns; it does not throw.
    /// </summary>
    public event Action<Guid, string>? FileDownloaded;

    /// <summary>
    /// Called with the post and the absolute path of a file that turned out to be a placeholder and was taken away again.
    /// </summary>
    public event Action<Guid, string>? PlaceholderRemoved;

    internal void RaiseFileDownloaded(Guid postId, string path) => FileDownloaded?.Invoke(postId, path);

    internal void RaisePlaceholderRemoved(Guid postId, string path) => PlaceholderRemoved?.Invoke(postId, path);
}
