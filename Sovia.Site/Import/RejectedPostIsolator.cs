using Marten;
using Sovia.Jobs;
using Sovia.Library.Writing;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>
/// Finds the posts of a batch that the database rejects. Writes halves of the batch in transactions that are rolled back, until each
/// rejected post is isolated. The rest is then written like any other batch, in one transaction with the run's progress.
/// </summary>
/// <param name="sessions">Opens a session for each attempt.</param>
/// <param name="file">The name of the batch's file.</param>
internal sealed class RejectedPostIsolator(ISessionFactory sessions, string file)
{
    private readonly List<(IncomingPost Post, Exception Reason)> rejected = [];
    private List<IncomingPost> accepted = [];

    /// <summary>Returns the batch without the rejected posts, and with an issue for each of them.</summary>
    public async Task<ImportBatch> RunAsync(ImportBatch batch, CancellationToken ct)
    {
        await BisectAsync(batch.Posts, includesAccepted: false, ct);
        // Posts of one family may be accepted one by one and rejected together.
        if (rejected.Count == 0 || await TryWriteAsync(accepted, ct) is not null)
        {
            var (candidates, _) = (accepted, accepted = []);
            await BisectAsync(candidates, includesAccepted: true, ct);
        }
        var result = new ImportBatch();
        result.Posts.AddRange(accepted);
        result.Issues.AddRange(batch.Issues);
        result.Issues
            .AddRange(
                rejected.Select(entry => new ImportIssue(IssueCode.Refused, file, entry.Post.Path, DatabaseErrors.Explain(entry.Reason)
                    ?? entry.Reason.Message, Rejected: true)));
        return result;
    }

    private async Task BisectAsync(List<IncomingPost> posts, bool includesAccepted, CancellationToken ct)
    {
        if (await TryWriteAsync(includesAccepted ? [.. accepted, .. posts] : posts, ct) is not { } reason) accepted.AddRange(posts);
        else if (posts.Count == 1) rejected.Add((posts[0], reason));
        else
        {
            await BisectAsync([.. posts.Take(posts.Count / 2)], includesAccepted, ct);
            await BisectAsync([.. posts.Skip(posts.Count / 2)], includesAccepted, ct);
        }
    }

    // The session is disposed without a commit, which rolls back everything written in it.
    private async Task<Exception?> TryWriteAsync(List<IncomingPost> posts, CancellationToken ct)
    {
        if (posts.Count == 0) return null;
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        try
        {
            await (await new MergeBatch(session, file, posts, dryRun: false).PrepareAsync(ct)).WriteAsync(session, ct);
            return null;
        }
        catch (Exception e) when (DatabaseErrorClassifier.IsDataError(e))
        {
            return e;
        }
    }
}
