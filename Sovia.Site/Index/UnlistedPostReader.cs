using Marten;

namespace Sovia.Index;

/// <summary>Reads the hidden and trashed posts, in the session's transaction if it has one.</summary>
public static class UnlistedPostReader
{
    private static readonly Dictionary<Guid, Visibility> None = [];

    /// <summary>Returns the unlisted posts with their visibility.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Visibility>> ReadAsync(IQuerySession session, IReadOnlyCollection<Guid> posts,
        CancellationToken ct)
    {
        if (posts.Count == 0) return None;
        await using var command = UnlistedPosts.CreateReadCommand(session.TenantId, posts);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        Dictionary<Guid, Visibility>? visibilities = null;
        while (await reader.ReadAsync(ct)) (visibilities ??= []).Add(reader.GetGuid(0), (Visibility)reader.GetInt16(1));
        return visibilities ?? None;
    }
}
