using System.Runtime.CompilerServices;
using Marten;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Media;

namespace Sovia.Downloads;

/// <summary>Finds the missing files of posts, a few hundred posts at a time, for libraries of any size.</summary>
public sealed class FindMissingFiles(ISessionFactory sessions, MediaFileLocator media, ListPostsReader lists)
{
    private const int BatchSize = 500;

    private const string RunSql =
        "where d.tenant_id = ? and d.id > ? and d.id in (select post_id from sovia.run_post where tenant_id = d.tenant_id and run_id = "
        + "?) order by d.id limit ?";

    /// <summary>Returns whether the post of a request exists; true if the request is not about a single post.</summary>
    public async Task<bool> PostExistsAsync(DownloadRequest request, CancellationToken ct)
    {
        if (request.Scope is not (DownloadScope.Post or DownloadScope.Family)) return true;
        await using var session = sessions.QuerySession();
        return request.Id is { } id && await session.LoadAsync<Post>(id, ct) is not null;
    }

    /// <summary>Returns the missing files in batches of posts; a batch may be empty.</summary>
    public async IAsyncEnumerable<IReadOnlyList<MissingFile>> ReadBatchesAsync(DownloadRequest request,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var batch in ReadAllBatchesAsync(request, ct))
            yield return [.. batch.Where(missingFile => missingFile.Access == request.Access)];
    }

    /// <summary>Returns the missing files of both kinds of hosts in batches of posts.</summary>
    public async IAsyncEnumerable<IReadOnlyList<MissingFile>> ReadAllBatchesAsync(DownloadRequest request,
        [EnumeratorCancellation] CancellationToken ct)
    {
        IReadOnlyList<Post> posts, untrashed;
        var lastId = Guid.Empty;
        do
        {
            // Closes the session before yielding, so that a slow consumer does not keep it open.
            await using (var session = sessions.QuerySession())
            {
                posts = await ReadPostsAsync(session, request, lastId, ct);
                untrashed = await SkipTrashAsync(session, posts, ct);
            }
            if (posts.Count == 0) yield break;
            lastId = posts[^1].Id;
            yield return [.. untrashed
                .Where(post => request.Kind is null || post.Kind == request.Kind)
                .SelectMany(post => MissingFileSelector.ForPost(post, request.Roles, media.HasMedia, media.Contains))];
        }
        while (posts.Count == BatchSize);
    }

    // Posts in the trash are not downloaded.
    private static async Task<IReadOnlyList<Post>> SkipTrashAsync(IQuerySession session, IReadOnlyList<Post> posts, CancellationToken ct)
    {
        var unlisted = await UnlistedPostReader.ReadAsync(session, [.. posts.Select(post => post.Id)], ct);
        return unlisted.Count == 0 ? posts : [.. posts.Where(post => unlisted.GetValueOrDefault(post.Id) < Visibility.Trashed)];
    }

    private async Task<IReadOnlyList<Post>> ReadPostsAsync(IQuerySession session, DownloadRequest request, Guid after, CancellationToken ct)
    {
        if (request is { Scope: DownloadScope.Query, List: { } list }) return await lists.ReadAfterAsync(list, after, BatchSize, ct);
        if (request is { Scope: DownloadScope.Run, Id: { } runId })
            return await session.QueryAsync<Post>(RunSql, ct, session.TenantId, after, runId, BatchSize);
        var posts = session.Query<Post>().Where(post => post.Id > after);
        if (request.Scope == DownloadScope.Post) posts = posts.Where(post => post.Id == request.Id);
        if (request.Scope == DownloadScope.Family)
        {
            if (request.Id is not { } id || await session.LoadAsync<Post>(id, ct) is not { RootId: var rootId }) return [];
            posts = posts.Where(post => post.RootId == rootId);
        }
        return await posts.OrderBy(post => post.Id).Take(BatchSize).ToListAsync(ct);
    }
}
