using Marten;
using Sovia.Media.Scanning;
using Sovia.Storage;

namespace Sovia.Media.Trash;

/// <summary>
/// Deletes the files of trashed posts from disk, at the user's request and after showing how many there are. Nothing else in Sovia.Media
/// deletes user files. Keeps a file that another post shares, and one that has changed since it was last read.
/// </summary>
public sealed class DeleteTrashFiles(AllMediaRoots roots, LibraryLockProvider locks, ISessionFactory sessions, TimeProvider clock)
{
    // A scan of a large folder can take an hour, which is too long for a page to wait.
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(3);

    // Checks again before each batch of this size, because a post may be restored while files of others are being deleted.
    private const int BatchSize = 200;

    /// <summary>Deletes the files.</summary>
    /// <param name="stamp">Identifies the files shown to the user (<see cref="TrashFiles.Stamp"/>).</param>
    /// <param name="ct">Cancels before the first deletion only.</param>
    /// <returns>The result. It has a problem, and nothing is deleted, if the files have changed or a scan is running.</returns>
    public async Task<DeletedFiles> RunAsync(string stamp, CancellationToken ct)
    {
        await using var lockHandle = await locks.TryAcquireAsync("scan", MaxWait, ct);
        if (lockHandle is null) return DeletedFiles.None("A scan of the media folders is running. Nothing was deleted. Try again when it has finished.");
        var lockLostToken = lockHandle.LostToken;
        var trashFiles = await FindAsync((find, ct) => find.AllAsync(ct), ct);
        if (trashFiles.Stamp != stamp)
            return DeletedFiles.None("These files have changed since the page was opened. Nothing was deleted. Check the numbers and try again.");
        var mediaRoots = (await roots.ListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var (count, bytes, keptFiles) = (0, 0L, new List<(string, string)>());
        foreach (var batch in trashFiles.Unshared.Chunk(BatchSize))
        {
            Guid[] locations = [.. batch.Select(file => file.Location)];
            var deletableFiles = count + keptFiles.Count == 0 ? [.. trashFiles.Unshared]
                : (await FindAsync((find, ct) => find.FindAsync(locations, ct), CancellationToken.None)).Unshared.ToHashSet();
            var changes = new ScanChanges();
            foreach (var file in batch)
            {
                var reason = lockLostToken.IsCancellationRequested ? "The database connection was lost. Try again."
                    : !deletableFiles.Contains(file) ? "Its item was restored, or another item uses the file." : mediaRoots.Contains(file.Root)
                    ? Delete(file) : "No longer in a media folder.";
                if (reason is not null)
                {
                    keptFiles.Add((file.FullPath, reason));
                    continue;
                }
                (count, bytes) = (count + 1, bytes + file.Length);
                changes.Missing.Add(file.Location);
            }
            // Records the files as missing, as a scan would.
            await new SaveScanChanges(sessions, clock).RecordAsync(changes, static (_, _) => { }, CancellationToken.None);
        }
        return new(count, bytes, keptFiles);
    }

    private async Task<TrashFiles> FindAsync(Func<FindTrashFiles, CancellationToken, Task<TrashFiles>> find, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await find(new(session), ct);
    }

    // Returns the reason why the file was not deleted, or null if it was deleted.
    private static string? Delete(TrashFile file)
    {
        if (MediaFileLocator.FindAt(file.Root, file.Path) is not { } local) return "Missing or unreadable.";
        if (local.FullPath != Path.GetFullPath(file.FullPath)) return "Behind a symbolic link.";
        if (local.Length != file.Length || local.ModifiedAt.UtcTicks != file.ModifiedTicks) return "Changed since the last scan.";
        try
        {
            File.Delete(local.FullPath);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
