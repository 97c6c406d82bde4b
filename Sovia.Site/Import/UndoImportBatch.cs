using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Import;

/// <summary>Removes the source records that only this run brought.</summary>
/// <param name="session">The session to work in.</param>
/// <param name="brought">The source records that the run brought.</param>
internal sealed class UndoImportBatch(IDocumentSession session, ImportedRecords brought)
{
    private readonly PostChangeBuilder draft = new(session);

    /// <summary>Returns what would be undone.</summary>
    public async Task<UndoPlan> PlanAsync(CancellationToken ct)
    {
        await draft.ReadPostsAsync(brought.PostIds, ct);
        var known = brought.PostIds.Where(draft.OriginalPosts.ContainsKey).Select(id => draft.OriginalPosts[id]).Where(post => !post.IsStub)
            .ToList();
        var left = known.ToDictionary(post => post.Id, GetRemainingRecords);
        var gone = known.Where(post => left[post.Id].Count == 0).ToList();
        var given = await UnmatchFiles.FindManuallyMatchedAsync(session, [.. gone.Select(post => post.Id)], ct);
        var kept = gone.Where(post => given.Contains(post.Id)).ToDictionary(post => post.Id, _ => "You matched a file to it.");
        foreach (var post in known.Where(post => !kept.ContainsKey(post.Id) && !ReferenceEquals(left[post.Id], post.Statements)))
            draft.SetPost(left[post.Id].Count == 0 ? new Post { Id = post.Id, RootId = post.Id, IsStub = true }
                : PostMerger.Merge(post, left[post.Id]));
        return new()
        {
            Removed = [.. gone.Select(post => post.Id).Where(id => !kept.ContainsKey(id))],
            Restored = [.. known.Where(post => left[post.Id].Count > 0 && !ReferenceEquals(left[post.Id], post.Statements))
                .Select(post => post.Id)],
            Kept = [.. kept.Select(pair => new PostKeptByUndo(pair.Key, pair.Value))],
        };
    }

    /// <summary>Adds the changes to the session's transaction.</summary>
    public async Task<UndoPlan> WriteAsync(CancellationToken ct)
    {
        var plan = await PlanAsync(ct);
        await PostWriteOperation.EnlistAsync(session, draft.BuildChange(await draft.ResolveLineageAsync(ct)), ct);
        await UnmatchFiles.FromPostsAsync(session, [.. plan.Removed], ct);
        return plan;
    }

    // Returns the same instance if nothing is removed.
    private IReadOnlyList<SourceRecord> GetRemainingRecords(Post post)
    {
        var left = new List<SourceRecord>();
        foreach (var sourceRecord in post.Statements)
            if (!brought.Contains(post.Id, sourceRecord.ComputeFingerprint())) left.Add(sourceRecord);
            else if (brought.FindLastSeenByOthers(post.Id, sourceRecord.ComputeFingerprint()) is { } seen)
                left.Add(sourceRecord.GetSeenAtMicroseconds() == seen ? sourceRecord
                    : sourceRecord with { SeenAt = SourceRecord.FromMicroseconds(seen) });
        return left.SequenceEqual(post.Statements) ? post.Statements : SourceRecordSet.Sort(left);
    }
}
