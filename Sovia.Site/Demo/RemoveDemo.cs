using Marten;
using Sovia.Import;
using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Library.Writing;
using Sovia.Media.Matching;
using Sovia.Storage;

namespace Sovia.Demo;

/// <summary>
/// Removes the demo: its files, its posts and families, the records of its files, and its import run. The run is deleted
/// last, so that an interrupted removal can be repeated.
/// </summary>
public sealed partial class RemoveDemo(ISessionFactory sessions, LibraryLockProvider locks, DemoFolder folder, ILogger<RemoveDemo> logger)
{
    /// <summary>Removes the demo; does nothing if there is none.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        if (!await StopAsync(ct)) return;
        await using var lockHandle = await locks.AcquireAsync(ImportJob.JobName, ct);
        using var linkedCts = CancellationTokenSource.CreateLinkedTokenSource(ct, lockHandle.LostToken);
        ct = linkedCts.Token;
        folder.Delete();
        var postCount = await RemovePostsAsync(ct);
        await RemoveRecordsAsync(ct);
        LogRemoved(postCount);
    }

    private async Task<bool> StopAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        if (await session.LoadAsync<ImportRun>(DemoIds.Run, ct) is not { } run) return false;
        if (!run.HasEnded) session.Store(new ImportCancellation(run.Id));
        await session.SaveChangesAsync(ct);
        return true;
    }

    private async Task<int> RemovePostsAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var familyIds = await FindFamilyIdsAsync(session, ct);
        // Also queries the posts, because a family whose posts are all in the trash has no family document.
        Guid[] rootIds = [.. await session.Query<Post>().Where(post => post.OwnerId == DemoIds.Owner).Select(post => post.RootId).Distinct()
            .ToListAsync(ct)];
        var postIds = await session.Query<Post>().Where(post => post.OwnerId == DemoIds.Owner).Select(post => post.Id).ToListAsync(ct);
        session.DeleteWhere<Post>(post => post.OwnerId == DemoIds.Owner);
        await DetachUserPostsAsync(session, [.. familyIds.Union(rootIds)], ct);
        session.QueueSqlCommand(
            "delete from sovia.post_aside z where z.tenant_id = ? and z.root_id = any(?) and not exists (select from sovia.mt_doc_post p "
            + "where p.tenant_id = z.tenant_id and p.id = z.id)", session.TenantId, rootIds);
        await session.SaveChangesAsync(ct);
        return postIds.Count;
    }

    private async Task RemoveRecordsAsync(CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        await RefreshFamilies.RefreshAsync(session, [], await FindFamilyIdsAsync(session, ct), ct);
        await DeleteMediaRootRecords.RunAsync(session, folder.Folder, ct);
        session.Delete<ImportCancellation>(DemoIds.Run);
        session.Delete<ImportRun>(DemoIds.Run);
        RefreshFamilies.AdvanceVersion(session);
        await session.SaveChangesAsync(ct);
    }

    private static async Task<Guid[]> FindFamilyIdsAsync(IQuerySession session, CancellationToken ct) =>
        [.. await session.Query<Family>().Where(family => family.OwnerId == DemoIds.Owner).Select(family => family.Id).ToListAsync(ct)];

    // A user's post that names a demo post as its parent is kept and becomes the root of its descendants.
    private static async Task DetachUserPostsAsync(IDocumentSession session, Guid[] roots, CancellationToken ct)
    {
        var userPosts = await session.Query<Post>().Where(post => post.RootId.IsOneOf(roots)
            && (post.OwnerId == null || post.OwnerId != DemoIds.Owner)).ToListAsync(ct);
        var ids = userPosts.Select(post => post.Id).ToHashSet();
        var detached = userPosts.Select(post => post.ParentId is { } parent && ids.Contains(parent) ? post : post with { ParentId = null })
            .ToDictionary(post => post.Id);
        var rootFinder = new RootFinder(detached);
        foreach (var post in detached.Values.ToList()) detached[post.Id] = post with { RootId = rootFinder.FindRoot(post) ?? post.Id };
        session.Store<Post>(detached.Values);
        await RefreshFamilies.RefreshAsync(session, detached.Values, [], ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Removed the demo library with its {Posts} posts")]
    private partial void LogRemoved(int posts);
}
