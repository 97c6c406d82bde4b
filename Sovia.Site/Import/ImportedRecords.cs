using Marten;
using Npgsql;

namespace Sovia.Import;

/// <summary>The source records of one batch of a run, with those that other runs have too.</summary>
internal sealed class ImportedRecords
{
    private readonly HashSet<(Guid Post, long Fingerprint)> records;
    private readonly OtherRunRecords otherRecords;

    private ImportedRecords(OtherRunRecords others, HashSet<(Guid Post, long Mark)> importedRecords) =>
        (this.otherRecords, this.records) = (others, importedRecords);

    /// <summary>The ids of the posts that the source records describe.</summary>
    public IReadOnlyList<Guid> PostIds { get; private set; } = [];

    /// <summary>Reads the source records of a batch.</summary>
    /// <param name="session">The session to read in.</param>
    /// <param name="batch">The run's batch.</param>
    /// <param name="others">The source records that other runs have too.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ImportedRecords> ReadAsync(IQuerySession session, long batch, OtherRunRecords others, CancellationToken ct)
    {
        var result = new ImportedRecords(others, []);
        await using var command = new NpgsqlCommand(
            "select u.post, u.mark from sovia.run_statement r, unnest(r.posts, r.marks) as u (post, mark) where r.tenant_id = $1 and "
            + "r.batch = $2")
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = batch } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) result.records.Add((reader.GetGuid(0), reader.GetInt64(1)));
        result.PostIds = [.. result.records.Select(entry => entry.Post).Distinct()];
        return result;
    }

    /// <summary>Returns only the source records of these posts.</summary>
    public ImportedRecords ForPosts(IReadOnlyList<Guid> posts) => new(otherRecords, records) { PostIds = posts };

    /// <summary>True if the batch has the source record with this fingerprint.</summary>
    public bool Contains(Guid post, long fingerprint) => records.Contains((post, fingerprint));

    /// <summary>Returns when another run last saw the same source record; null if none did.</summary>
    public long? FindLastSeenByOthers(Guid post, long fingerprint) => otherRecords.FindLastSeen(post, fingerprint);
}
