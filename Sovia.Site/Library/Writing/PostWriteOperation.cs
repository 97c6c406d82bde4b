using Marten;
using Sovia.Index;
using Sovia.Index.Writing;
using Sovia.Jobs;

namespace Sovia.Library.Writing;

/// <summary>Writes any number of posts with their families and index rows.</summary>
public sealed class PostWriteOperation
{
    private readonly ITransactionParticipant[] participants;

    private PostWriteOperation(ITransactionParticipant[] work, IReadOnlyCollection<Guid> roots, IReadOnlyList<Guid> removedRoots) =>
        (this.participants, Roots, RemovedRoots) = (work, roots, removedRoots);

    /// <summary>The roots of all affected families, old and new.</summary>
    public IReadOnlyCollection<Guid> Roots { get; }

    /// <summary>The roots of families that no longer exist.</summary>
    public IReadOnlyList<Guid> RemovedRoots { get; }

    /// <summary>Prepares the data to write. This takes as long as the write itself, and needs no lock.</summary>
    /// <param name="session">A session to read in.</param>
    /// <param name="change">The changes to write.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<PostWriteOperation> PrepareAsync(IQuerySession session, PostChange change, CancellationToken ct)
    {
        if (change.Stored.Count == 0 && change.Removed.Count == 0) return new([], [], []);
        var replacedIds = change.Stored.Select(post => post.Id).Concat(change.Removed).Where(change.Existing.ContainsKey).ToList();
        var roots = change.Stored.Select(post => post.RootId).Concat(replacedIds.Select(id => change.Existing[id].RootId)).ToHashSet();
        var oldRoots = change.Existing.Values.Select(post => post.RootId).Where(roots.Contains).ToHashSet();
        var members = change.Members?.Where(post => roots.Contains(post.RootId)).ToList()
            ?? await ReadMembersAsync(session, change, oldRoots, ct);
        var unlisted = await UnlistedPostReader.ReadAsync(session, [.. members.Select(post => post.Id)], ct);
        var families = CpuScheduler.RunAsync(() => DerivedRows.BuildAsync(roots, members, change.Stored, unlisted), CancellationToken.None);
        return new(
            [new DocumentCopyWriter(session.TenantId, change.Stored, families) { ReplacedPosts = replacedIds, ReplacedFamilies = oldRoots },
                new IndexWriter(session.TenantId, families, oldRoots, replacedIds)],
            roots,
            [.. roots.Except(members.Select(post => post.RootId))]);
    }

    /// <summary>Prepares the changes and writes them when the session saves.</summary>
    /// <param name="session">A session that holds the library's write lock.</param>
    /// <param name="change">The changes to write.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task EnlistAsync(IDocumentSession session, PostChange change, CancellationToken ct) =>
        (await PrepareAsync(session, change, ct)).Enlist(session);

    /// <summary>
    /// Writes immediately, in the transaction of a session that holds the library's write lock, so that errors of the database are known
    /// before the caller reports success.
    /// </summary>
    public async Task ExecuteAsync(IDocumentSession session, CancellationToken ct)
    {
        // The connection already knows its transaction, so none is passed.
        foreach (var participant in participants) await participant.BeforeCommitAsync(session.Connection, null!, ct);
    }

    /// <summary>Writes when the session saves. The session must hold the library's write lock.</summary>
    public void Enlist(IDocumentSession session)
    {
        if (participants.Length > 0) session.Enlist(participants);
    }

    private static async Task<IReadOnlyCollection<Post>> ReadMembersAsync(IQuerySession session, PostChange change,
        IEnumerable<Guid> families,
        CancellationToken ct)
    {
        var members = (await PostDocumentReader.ReadByFamiliesAsync(session, [.. families], ct)).ToDictionary(post => post.Id);
        foreach (var id in change.Removed) members.Remove(id);
        foreach (var post in change.Stored) members[post.Id] = post;
        return members.Values;
    }
}
