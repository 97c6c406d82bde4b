using Marten;
using Sovia.Index;

namespace Sovia.Library.Writing;

/// <summary>Reads which of some posts users have hidden or moved to the trash, in the session's transaction where it has one.</summary>
public static class ReadAside
{
    private static readonly Dictionary<Guid, Shown> None = [];

    /// <summary>Those that lists do not show.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Shown>> OfAsync(IQuerySession session, IReadOnlyCollection<Guid> posts, CancellationToken ct)
    {
        if (posts.Count == 0) return None;
        await using var command = Aside.Asking(session.TenantId, posts);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        Dictionary<Guid, Shown>? aside = null;
        while (await reader.ReadAsync(ct)) (aside ??= []).Add(reader.GetGuid(0), (Shown)reader.GetInt16(1));
        return aside ?? None;
    }
}
