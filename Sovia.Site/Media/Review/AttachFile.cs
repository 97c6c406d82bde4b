using Marten;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Media.Matching;

namespace Sovia.Media.Review;

/// <summary>Lets the user say whose a file is, and take it back. It holds whatever later scans find.</summary>
public sealed class AttachFile(ISessionFactory sessions)
{
    private const string Method = "by-hand";

    /// <summary>Gives a file to a post, in place of what was found or said before.</summary>
    /// <returns>False where the library knows no such file or no such post.</returns>
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

    /// <summary>Takes back what the user said; the file is matched as if it had never been said.</summary>
    /// <returns>False where the user had said nothing of the file.</returns>
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
