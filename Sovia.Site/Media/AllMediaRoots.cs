using System.Collections.Concurrent;
using Marten;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>
/// Every folder that the current library's media are read from: the configured ones, the uploads, and those the user added.
/// </summary>
public sealed class AllMediaRoots(ConfiguredMediaRoots configured, UploadFolder uploadFolder, ISessionFactory sessions)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> fixedOnes = new(StringComparer.Ordinal);

    /// <summary>Those that do not change while the site runs.</summary>
    public IReadOnlyList<string> Fixed =>
        fixedOnes.GetOrAdd(CurrentLibrary.Id, _ => [.. configured.Folders.Append(uploadFolder.Folder).Distinct(StringComparer.Ordinal)]);

    /// <summary>All of them; they need not exist.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var added = await session.Query<AddedRoot>().ToListAsync(ct);
        return [.. Fixed.Concat(added.Select(root => root.Path).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a folder is still one of them.</summary>
    public async Task<bool> ContainsAsync(IQuerySession session, string root, CancellationToken ct) =>
        Fixed.Contains(root) || await session.LoadAsync<AddedRoot>(AddedRoot.FromPath(root).Id, ct) is not null;
}
