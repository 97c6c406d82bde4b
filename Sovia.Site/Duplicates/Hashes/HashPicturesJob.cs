using Marten;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Storage;

namespace Sovia.Duplicates.Hashes;

/// <summary>
/// Computes missing fingerprints in batches, so that an interrupted run resumes where it stopped. Runs on the node whose data directory
/// holds the thumbnails, and yields to requests that wait for a picture.
/// </summary>
public sealed partial class HashPicturesJob(
    ISessionFactory sessions, PictureHashStore store, FingerprintCalculator read, MediaFileLocator media, AllMediaRoots roots, NodeId node,
    TimeProvider clock, ILogger<HashPicturesJob> logger) : IJob
{
    /// <summary>The name of this kind of job.</summary>
    public const string JobName = "picture hashes";

    private const int BatchSize = 200;

    // Results are written at least this often, because clips are slow and a killed process should lose little.
    private static readonly TimeSpan WriteInterval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.NodeWithFiles;

    /// <inheritdoc/>
    public bool IsLongRunning => true;

    // Each node has its own thumbnails.
    /// <inheritdoc/>
    public string ConcurrencyGroup => $"{JobName} of {node.Value}";

    /// <inheritdoc/>
    public TimeSpan PollInterval => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        (await store.FindMissingAsync("", 1, read.CanReadClips, ct)).Count > 0 ? [JobName] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        for (var after = ""; await store.FindMissingAsync(after, BatchSize, read.CanReadClips, ct) is { Count: > 0 } files; after =
            files[^1].Content) await HashFilesAsync(files, ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    private async Task HashFilesAsync(IReadOnlyList<UnhashedFile> files, CancellationToken ct)
    {
        List<HashedFile> hashedFiles = [];
        await using var session = sessions.QuerySession();
        var localFiles = new FindLocalFile(session, media, roots);
        var lastWriteTimestamp = clock.GetTimestamp();
        foreach (var file in files)
        {
            hashedFiles.Add(await HashFileAsync(file, localFiles, ct));
            if (clock.GetElapsedTime(lastWriteTimestamp) < WriteInterval) continue;
            await store.WriteAsync(hashedFiles, ct);
            hashedFiles.Clear();
            lastWriteTimestamp = clock.GetTimestamp();
        }
        await store.WriteAsync(hashedFiles, ct);
    }

    private async Task<HashedFile> HashFileAsync(UnhashedFile file, FindLocalFile localFiles, CancellationToken ct)
    {
        if (!file.IsVisual) return new(file, HashState.NotVisual, default);
        if (file.IsClip && !read.CanReadClips) return new(file, HashState.NeedsFfmpeg, default);
        try
        {
            return file.IsPresent && await read.ComputeAsync(file, localFiles, ct) is { } result ? new(file, HashState.Computed, result)
                : new(file, HashState.FileMissing, default);
        }
        catch (Exception exception) when (exception is UnreadableMediaException or IOException or UnauthorizedAccessException)
        {
            LogUnreadable(file.Content, exception.Message);
            // A transient failure, such as a time-out or a file being written, counts as missing and is retried sooner.
            return new(file, exception is UnreadableMediaException { IsTransient: false } ? HashState.Unreadable : HashState.FileMissing,
                default);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Can't compute the image hash of {Content}: {Reason}")]
    private partial void LogUnreadable(string content, string reason);
}
