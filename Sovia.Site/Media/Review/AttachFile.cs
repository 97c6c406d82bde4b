using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Media.Review;

/// <summary>Matches a file to a post manually, and undoes that. Scans never override a manual match.</summary>
public sealed class AttachFile(ISessionFactory sessions)
{
    private const string Method = "by-hand";

    /// <summary>Matches a file to a post, replacing all its existing matches.</summary>
    /// <returns>False if the library has no such file or post.</returns>
    public async Task<bool> AttachAsync(string sha256, Guid postId, FileRole role, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        await book.LoadAsync([sha256], ct);
        if (book.FindFile(sha256) is not { } file || await session.LoadAsync<Post>(postId, ct) is null) return false;
        foreach (var match in book.GetMatches(sha256).ToList()) book.Delete(match);
        book.Store(FileMatch.Create(sha256, postId, role, Method, 1, byHand: true));
        book.Store(file with { State = FileState.Matched, Candidates = [] });
        await book.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Removes a manual match and matches the file automatically again.</summary>
    /// <returns>False if the file has no manual match.</returns>
    public async Task<bool> DetachAsync(string sha256, CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await LibraryWriteLock.AcquireAsync(session, ct);
        var book = new FileUnitOfWork(session);
        await book.LoadAsync([sha256], ct);
        var said = book.GetMatches(sha256).Where(match => match.ByHand).ToList();
        if (said.Count == 0) return false;
        foreach (var match in said) book.Delete(match);
        await MatchFiles.RunAsync(book, [sha256], ct);
        await book.SaveChangesAsync(ct);
        return true;
    }
}
