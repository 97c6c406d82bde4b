using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Media.Review;

/// <summary>Matches a file to a post manually, and undoes a manual match. Scans never override a manual match.</summary>
public sealed class AttachFile(ISessionFactory sessions)
{
    private const string Method = "by-hand";

    /// <summary>Matches a file to a post, replacing all its existing matches.</summary>
    /// <returns>False if the library has no such file or post.</returns>
    public async Task<bool> AttachAsync(string sha256, Guid postId, FileRole role, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([sha256], ct);
        if (work.FindFile(sha256) is not { } file || await session.LoadAsync<Post>(postId, ct) is null) return false;
        foreach (var match in work.GetMatches(sha256).ToList()) work.Delete(match);
        work.Store(FileMatch.Create(sha256, postId, role, Method, 1, byHand: true));
        work.Store(file with { State = FileState.Matched, Candidates = [] });
        await work.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Removes a manual match and matches the file automatically again.</summary>
    /// <returns>False if the file has no manual match.</returns>
    public async Task<bool> DetachAsync(string sha256, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var work = new FileUnitOfWork(session);
        await work.LoadAsync([sha256], ct);
        var manualMatches = work.GetMatches(sha256).Where(match => match.IsManual).ToList();
        if (manualMatches.Count == 0) return false;
        foreach (var match in manualMatches) work.Delete(match);
        await MatchFiles.RunAsync(work, [sha256], ct);
        await work.SaveChangesAsync(ct);
        return true;
    }
}
