using System.Collections.Concurrent;
using Marten;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>Lists all media roots of the current library: the configured folders, the uploads and the folders the user added.</summary>
public sealed class AllMediaRoots(ConfiguredMediaRoots configured, UploadFolder uploadFolder, ISessionFactory sessions)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> fixedRoots = new(StringComparer.Ordinal);

    /// <summary>Roots that do not change while the site runs.</summary>
    public IReadOnlyList<string> Fixed =>
        fixedRoots.GetOrAdd(CurrentLibrary.Id, _ => [.. configured.Folders.Append(uploadFolder.Folder).Distinct(StringComparer.Ordinal)]);

    /// <summary>Returns all roots. They need not exist.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var addedRoots = await session.Query<AddedRoot>().ToListAsync(ct);
        return [.. Fixed.Concat(addedRoots.Select(root => root.Path).Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Returns whether the folder is still a media root.</summary>
    public async Task<bool> ContainsAsync(IQuerySession session, string root, CancellationToken ct) =>
        Fixed.Contains(root) || await session.LoadAsync<AddedRoot>(AddedRoot.FromPath(root).Id, ct) is not null;
}
