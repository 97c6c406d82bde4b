using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.MediaFiles.Matching;

namespace Sovia.Import;

/// <summary>Takes back some of the statements that a run brought: those that no other run brought too.</summary>
/// <param name="session">The session to work in.</param>
/// <param name="brought">What the run brought.</param>
internal sealed class UndoStretch(IDocumentSession session, BroughtStatements brought)
{
    private readonly LibraryDraft draft = new(session);

    /// <summary>Finds out what is to be done.</summary>
    public async Task<UndoPlan> PlanAsync(CancellationToken ct)
    {
        await draft.LookAsync(brought.Posts, ct);
        var known = brought.Posts.Where(draft.Before.ContainsKey).Select(id => draft.Before[id]).Where(post => !post.IsStub).ToList();
        var left = known.ToDictionary(post => post.Id, Left);
        var gone = known.Where(post => left[post.Id].Count == 0).ToList();
        var given = await LetGo.GivenByHandAsync(session, [.. gone.Select(post => post.Id)], ct);
        var kept = gone.Where(post => given.Contains(post.Id)).ToDictionary(post => post.Id, _ => "You matched a file to it.");
        foreach (var post in known.Where(post => !kept.ContainsKey(post.Id) && !ReferenceEquals(left[post.Id], post.Statements)))
            draft.Put(left[post.Id].Count == 0 ? new Post { Id = post.Id, RootId = post.Id, IsStub = true } : PostMerge.Of(post, left[post.Id]));
        return new()
        {
            Removed = [.. gone.Select(post => post.Id).Where(id => !kept.ContainsKey(id))],
            Restored = [.. known.Where(post => left[post.Id].Count > 0 && !ReferenceEquals(left[post.Id], post.Statements)).Select(post => post.Id)],
            Kept = [.. kept.Select(pair => new KeptPost(pair.Key, pair.Value))],
        };
    }

    /// <summary>Does it, once the session saves.</summary>
    public async Task<UndoPlan> WriteAsync(CancellationToken ct)
    {
        var plan = await PlanAsync(ct);
        await WritePosts.InAsync(session, draft.Change(await draft.SettleAsync(ct)), ct);
        await LetGo.OfPostsAsync(session, [.. plan.Removed], ct);
        return plan;
    }

    // The very list where nothing is taken back.
    private IReadOnlyList<Statement> Left(Post post)
    {
        var left = new List<Statement>();
        foreach (var statement in post.Statements)
            if (!brought.By(post.Id, statement.Mark())) left.Add(statement);
            else if (brought.SeenByOthers(post.Id, statement.Mark()) is { } seen) left.Add(statement.Seen() == seen ? statement : statement with { SeenAt = Statement.At(seen) });
        return left.SequenceEqual(post.Statements) ? post.Statements : StatementSet.Sorted(left);
    }
}
