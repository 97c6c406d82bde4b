using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>Statements that a run brought, and which of them other runs brought too.</summary>
internal sealed class ImportedRecords
{
    private readonly HashSet<(Guid Post, long Mark)> brought;
    private readonly OtherRunRecords others;

    private ImportedRecords(OtherRunRecords others, HashSet<(Guid Post, long Mark)> brought) =>
        (this.others, this.brought) = (others, brought);

    /// <summary>The posts they are about.</summary>
    public IReadOnlyList<Guid> PostIds { get; private set; } = [];

    /// <summary>Reads them.</summary>
    /// <param name="session">The session to read in.</param>
    /// <param name="batch">Which of the run's batches.</param>
    /// <param name="others">What other runs brought of it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ImportedRecords> ReadAsync(IQuerySession session, long batch, OtherRunRecords others, CancellationToken ct)
    {
        var read = new ImportedRecords(others, []);
        await using var command =
            new NpgsqlCommand(
                "select u.post, u.mark from sovia.run_statement r, unnest(r.posts, r.marks) as u (post, mark) where r.tenant_id = $1 and "
                + "r.batch = $2")
            {
                Parameters = { new() { Value = session.TenantId }, new() { Value = batch } },
            };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) read.brought.Add((reader.GetGuid(0), reader.GetInt64(1)));
        read.PostIds = [.. read.brought.Select(one => one.Post).Distinct()];
        return read;
    }

    /// <summary>Only those about these posts.</summary>
    public ImportedRecords ForPosts(IReadOnlyList<Guid> posts) => new(others, brought) { PostIds = posts };

    /// <summary>True where the run brought this.</summary>
    public bool Contains(Guid post, long mark) => brought.Contains((post, mark));

    /// <summary>When another run saw the same last; null where none did.</summary>
    public long? FindLastSeenByOthers(Guid post, long mark) => others.FindLastSeen(post, mark);
}
