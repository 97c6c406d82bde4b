using System.Text.Json;
using Marten;
using Npgsql;

namespace Sovia.Curation;

/// <summary>Reads the history of what was changed.</summary>
public sealed class ReadBatches(IQuerySession session)
{
    // An event is of one part of a batch, which is of a few hundred posts.
    private const int LeftAtOnce = 10;

    private const string ReadingLeft = """
        select version, data from sovia.mt_events
        where tenant_id = $1 and stream_id = $2 and type = 'fields_left' and version > $3 order by version limit $4
        """;

    /// <summary>Batches, the newest first.</summary>
    /// <param name="before">Only what is older than this batch; null to begin with the newest.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Batch>> PageAsync(Guid? before, int count, CancellationToken ct)
    {
        // Ids of batches sort by time.
        var batches = session.Query<Batch>().AsQueryable();
        if (before is { } id) batches = batches.Where(batch => batch.Id < id);
        return await batches.OrderByDescending(batch => batch.Id).Take(count).ToListAsync(ct);
    }

    /// <summary>One batch; null where there is none of the id.</summary>
    public Task<Batch?> ByIdAsync(Guid id, CancellationToken ct) => session.LoadAsync<Batch>(id, ct);

    /// <summary>Some of the fields that a batch left so far, post by post.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="after">Only those behind this place in its events; 0 to begin.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LeftPage> LeftAsync(Batch batch, long after, CancellationToken ct)
    {
        if (batch.Left == 0) return new([], null);
        await using var command = new NpgsqlCommand(ReadingLeft)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = batch.Id }, new() { Value = after }, new() { Value = LeftAtOnce + 1 } },
        };
        var (fields, place, count) = (new List<LeftField>(), after, 0);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
        {
            if (++count > LeftAtOnce) return new(fields, place);
            place = reader.GetInt64(0);
            fields.AddRange(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), CurationJson.Default.FieldsLeft)!.Fields);
        }
        return new(fields, null);
    }
}
