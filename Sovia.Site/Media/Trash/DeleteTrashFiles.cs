using Marten;
using Sovia.Media.Scanning;
using Sovia.Storage;

namespace Sovia.Media.Trash;

/// <summary>
/// Deletes files of posts in the trash from the disk, which nothing else here does: because somebody was told how many they are, and asked
/// for it. A file that another post shares stays, and so does one that is not as it was when it was last read.
/// </summary>
public sealed class DeleteTrashFiles(AllMediaRoots roots, LibraryLockProvider locks, ISessionFactory sessions, TimeProvider clock)
{
    // So many are looked up anew at a time: a post may be restored while others' files are being deleted.
    private const int AtOnce = 200;

    /// <summary>Deletes them.</summary>
    /// <param name="stamp">Stands for the files that were told (<see cref="TrashFiles.Stamp"/>).</param>
    /// <param name="ct">Ends before the first is deleted.</param>
    /// <returns>What came of it; null where they are others by now, and then nothing is done.</returns>
    public async Task<DeletedFiles?> RunAsync(string stamp, CancellationToken ct)
    {
        await using var held = await locks.AcquireAsync("scan", ct);
        var told = await FindAsync(ct);
        if (told.Stamp != stamp) return null;
        var known = (await roots.ListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var (count, bytes, kept) = (0, 0L, new List<(string, string)>());
        foreach (var part in told.Unshared.Chunk(AtOnce))
        {
            var still = count + kept.Count == 0 ? [.. told.Unshared] : (await FindAsync(CancellationToken.None)).Unshared.ToHashSet();
            var gone = new ScanChanges();
            foreach (var file in part)
            {
                var reason = !still.Contains(file) ? "Its post was restored, or another one needs it." : known.Contains(file.Root)
                    ? Delete(file) : "Its folder is no media folder any more.";
                if (reason is not null)
                {
                    kept.Add((file.FullPath, reason));
                    continue;
                }
                (count, bytes) = (count + 1, bytes + file.Length);
                gone.Missing.Add(file.Location);
            }
            // As a scan would that finds them gone.
            await new RecordFiles(sessions, clock).RecordAsync(gone, static (_, _) => { }, CancellationToken.None);
        }
        return new(count, bytes, kept);
    }

    private async Task<TrashFiles> FindAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        return await new FindTrashFiles(session).AllAsync(ct);
    }

    // Why it was not deleted; null where it was.
    private static string? Delete(TrashFile file)
    {
        if (LocalMedia.FindAt(file.Root, file.Path) is not { } here) return "It cannot be read, or is not there any more.";
        if (here.FullPath != Path.GetFullPath(file.FullPath)) return "It lies behind a link.";
        if (here.Length != file.Length || here.ModifiedAt.UtcTicks != file.ModifiedTicks) return "It has changed since it was last read.";
        try
        {
            File.Delete(here.FullPath);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }
}
