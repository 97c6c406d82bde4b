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
internal sealed class IsolateRejectedPosts(ISessionFactory sessions, string file)
{
    private readonly List<(IncomingPost Post, Exception Reason)> refused = [];
    private List<IncomingPost> sound = [];

    /// <summary>Returns the batch without the rejected posts, and with an issue for each of them.</summary>
    public async Task<ImportBatch> RunAsync(ImportBatch batch, CancellationToken ct)
    {
        await BisectAsync(batch.Posts, isTogether: false, ct);
        // Posts of one family may be accepted one by one and rejected together.
        if (refused.Count == 0 || await TryWriteAsync(sound, ct) is not null)
        {
            var (all, _) = (sound, sound = []);
            await BisectAsync(all, isTogether: true, ct);
        }
        var sifted = new ImportBatch();
        sifted.Posts.AddRange(sound);
        sifted.Issues.AddRange(batch.Issues);
        sifted.Issues
            .AddRange(
                refused.Select(one => new ImportIssue(IssueCode.Refused, file, one.Post.Path, DatabaseErrors.Explain(one.Reason)
                    ?? one.Reason.Message, Rejected: true)));
        return sifted;
    }

    private async Task BisectAsync(List<IncomingPost> some, bool isTogether, CancellationToken ct)
    {
        if (await TryWriteAsync(isTogether ? [.. sound, .. some] : some, ct) is not { } reason) sound.AddRange(some);
        else if (some.Count == 1) refused.Add((some[0], reason));
        else
        {
            await BisectAsync([.. some.Take(some.Count / 2)], isTogether, ct);
            await BisectAsync([.. some.Skip(some.Count / 2)], isTogether, ct);
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
