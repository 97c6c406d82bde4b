using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Import;

/// <summary>Removes the source records that only this run imported.</summary>
/// <param name="session">The session to work in.</param>
/// <param name="importedRecords">The source records that the run imported.</param>
internal sealed class UndoImportBatch(IDocumentSession session, ImportedRecords importedRecords)
{
    private readonly PostChangeBuilder changeBuilder = new(session);

    /// <summary>Returns what would be undone.</summary>
    public async Task<UndoPlan> PlanAsync(CancellationToken ct)
    {
        await changeBuilder.ReadPostsAsync(importedRecords.PostIds, ct);
        var posts = importedRecords.PostIds.Where(changeBuilder.OriginalPosts.ContainsKey).Select(id => changeBuilder.OriginalPosts[id])
            .Where(post => !post.IsStub)
            .ToList();
        var remaining = posts.ToDictionary(post => post.Id, GetRemainingRecords);
        var orphaned = posts.Where(post => remaining[post.Id].Count == 0).ToList();
        var matchedIds = await UnmatchFiles.FindManuallyMatchedAsync(session, [.. orphaned.Select(post => post.Id)], ct);
        var reasons = orphaned.Where(post => matchedIds.Contains(post.Id)).ToDictionary(post => post.Id, _ => "You matched a file to it.");
        foreach (var post in posts.Where(post => !reasons.ContainsKey(post.Id) && !ReferenceEquals(remaining[post.Id], post.SourceRecords)))
            changeBuilder.SetPost(remaining[post.Id].Count == 0 ? new Post { Id = post.Id, RootId = post.Id, IsStub = true }
                : PostMerger.Merge(post, remaining[post.Id]));
        return new()
        {
            Removed = [.. orphaned.Select(post => post.Id).Where(id => !reasons.ContainsKey(id))],
            Restored = [.. posts.Where(post => remaining[post.Id].Count > 0 && !ReferenceEquals(remaining[post.Id], post.SourceRecords))
                .Select(post => post.Id)],
            Kept = [.. reasons.Select(pair => new PostKeptByUndo(pair.Key, pair.Value))],
        };
    }

    /// <summary>Adds the changes to the session's transaction.</summary>
    public async Task<UndoPlan> WriteAsync(CancellationToken ct)
    {
        var plan = await PlanAsync(ct);
        await PostWriteOperation.EnlistAsync(session, changeBuilder.BuildChange(await changeBuilder.ResolveLineageAsync(ct)), ct);
        await UnmatchFiles.FromPostsAsync(session, [.. plan.Removed], ct);
        return plan;
    }

    // Returns the same instance if nothing is removed.
    private IReadOnlyList<SourceRecord> GetRemainingRecords(Post post)
    {
        var remaining = new List<SourceRecord>();
        foreach (var sourceRecord in post.SourceRecords)
            if (!importedRecords.Contains(post.Id, sourceRecord.ComputeFingerprint())) remaining.Add(sourceRecord);
            else if (importedRecords.FindLastSeenByOthers(post.Id, sourceRecord.ComputeFingerprint()) is { } seenAt)
                remaining.Add(sourceRecord.GetSeenAtMicroseconds() == seenAt ? sourceRecord
                    : sourceRecord with { SeenAt = SourceRecord.FromMicroseconds(seenAt) });
        return remaining.SequenceEqual(post.SourceRecords) ? post.SourceRecords : SourceRecordSet.Sort(remaining);
    }
}
