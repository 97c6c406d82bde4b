namespace Sovia.MediaFiles.Downloads.Fetching;

/// <summary>Tells whoever listens that a file has come home.</summary>
public sealed class Landings
{
    /// <summary>Called with the post and the absolute path of the file, from any thread. A listener hands on and returns; it does not throw.</summary>
    public event Action<Guid, string>? Landed;

    /// <summary>Called with the post and the absolute path of a file that turned out to be a placeholder and was taken away again.</summary>
    public event Action<Guid, string>? Withdrawn;

    internal void Land(Guid postId, string path) => Landed?.Invoke(postId, path);

    internal void Withdraw(Guid postId, string path) => Withdrawn?.Invoke(postId, path);
}
