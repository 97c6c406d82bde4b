using Marten;
using Sovia.Library.Search;

namespace Sovia.Library.Writing;

/// <summary>Writes any number of posts with their families and what both are found by.</summary>
public sealed class WritePosts
{
    private readonly ITransactionParticipant[] work;

    private WritePosts(ITransactionParticipant[] work, IReadOnlyCollection<Guid> roots, IReadOnlyList<Guid> gone) => (this.work, Roots, Gone) = (work, roots, gone);

    /// <summary>Roots of all families concerned, those before and those after.</summary>
    public IReadOnlyCollection<Guid> Roots { get; }

    /// <summary>Roots of families that are no more.</summary>
    public IReadOnlyList<Guid> Gone { get; }

    /// <summary>Makes what is to be written: that takes as long as writing it does, and needs no turn.</summary>
    /// <param name="session">A session to read in.</param>
    /// <param name="change">What is to be written.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<WritePosts> OfAsync(IQuerySession session, PostChange change, CancellationToken ct)
    {
        if (change.Stored.Count == 0 && change.Removed.Count == 0) return new([], [], []);
        var old = change.Stored.Select(post => post.Id).Concat(change.Removed).Where(change.Before.ContainsKey).ToList();
        var roots = change.Stored.Select(post => post.RootId).Concat(old.Select(id => change.Before[id].RootId)).ToHashSet();
        var had = change.Before.Values.Select(post => post.RootId).Where(roots.Contains).ToHashSet();
        var members = change.Members?.Where(post => roots.Contains(post.RootId)).ToList() ?? await MembersAsync(session, change, had, ct);
        var aside = await ReadAside.OfAsync(session, [.. members.Select(post => post.Id)], ct);
        var families = Computing.RunAsync(() => FamilyRows.OfAsync(roots, members, change.Stored, aside), CancellationToken.None);
        return new(
            [new WriteDocuments(session.TenantId, change.Stored, families) { OldPosts = old, OldFamilies = had }, new IndexWriter(session.TenantId, families, had, old)],
            roots,
            [.. roots.Except(members.Select(post => post.RootId))]);
    }

    /// <summary>Makes it and writes it once the session saves.</summary>
    /// <param name="session">A session that holds the library's turn.</param>
    /// <param name="change">What is to be written.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task InAsync(IDocumentSession session, PostChange change, CancellationToken ct) => (await OfAsync(session, change, ct)).In(session);

    /// <summary>Writes it at once, in the transaction of a session that holds the library's turn: what the database refuses is known before anything else is said of it.</summary>
    public async Task NowAsync(IDocumentSession session, CancellationToken ct)
    {
        // A connection knows which transaction it is in.
        foreach (var participant in work) await participant.BeforeCommitAsync(session.Connection, null!, ct);
    }

    /// <summary>Writes it once a session saves that holds the library's turn.</summary>
    public void In(IDocumentSession session)
    {
        if (work.Length > 0) session.Enlist(work);
    }

    private static async Task<IReadOnlyCollection<Post>> MembersAsync(IQuerySession session, PostChange change, IEnumerable<Guid> families, CancellationToken ct)
    {
        var members = (await ReadPosts.OfFamiliesAsync(session, [.. families], ct)).ToDictionary(post => post.Id);
        foreach (var id in change.Removed) members.Remove(id);
        foreach (var post in change.Stored) members[post.Id] = post;
        return members.Values;
    }
}
