using System.Text.Json;
using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;

namespace Sovia.Curation;

/// <summary>Reads the history of batches.</summary>
public sealed class ReadBatchHistory(IQuerySession session)
{
    // Events per page. Each event covers one part of a batch, a few hundred posts.
    private const int EventsPerPage = 10;

    // The number of batches to search. Undoing many changes in a row leaves as many undos at the top.
    private const int MaxSearchedBatches = 200;

    private const string SkippedFieldsSql = """
        select version, data from sovia.mt_events
        where tenant_id = $1 and stream_id = $2 and type = 'fields_left' and version > $3 order by version limit $4
        """;

    private const string UndosSql = """
        with recursive chain (id, undone, number) as (
            select b.id, (b.data->>'undoes')::uuid, 1 from sovia.mt_doc_batch b where b.tenant_id = $1 and b.id = any($2)
            union all
            select c.id, (b.data->>'undoes')::uuid, c.number + 1 from chain c
            join sovia.mt_doc_batch b on b.tenant_id = $1 and b.id = c.undone where b.data->>'undoes' is not null)
        select id from chain group by id having max(number) % 2 = 1
        """;

    /// <summary>Returns a page of batches, newest first.</summary>
    /// <param name="before">Returns only batches older than this one; null for the first page.</param>
    /// <param name="count">The maximum number of batches.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="filter">The filter; null for all.</param>
    public async Task<IReadOnlyList<Batch>> ReadPageAsync(Guid? before, int count, CancellationToken ct, BatchFilter? filter = null)
    {
        // Batch IDs sort by time.
        var batches = session.Query<Batch>().AsQueryable();
        if (before is { } id) batches = batches.Where(batch => batch.Id < id);
        if (filter?.Pattern is { } pattern) batches = batches.Where(batch => batch.MatchesSql("d.data ->> 'text' ~* ?", pattern));
        if (filter?.SearchText is { Length: > 0 } searchText)
            batches = batches.Where(batch => batch.MatchesSql("position(lower(?) in lower(d.data ->> 'text')) > 0", searchText));
        if (filter?.Kind == BatchFilter.Undone) batches = batches.Where(batch => batch.UndoneBy != null);
        if (filter?.Kind == BatchFilter.Open)
            batches = batches.Where(batch => batch.State == BatchState.Queued || batch.State == BatchState.Running);
        return await batches.OrderByDescending(batch => batch.Id).Take(count).ToListAsync(ct);
    }

    /// <summary>Returns the batch with this ID; null if there is none.</summary>
    public Task<Batch?> FindAsync(Guid id, CancellationToken ct) => session.LoadAsync<Batch>(id, ct);

    /// <summary>
    /// Returns the author's last change that is not undone; null if there is none since the given time. Undos do not count, but the undo of
    /// an undo does, because it repeats the change.
    /// </summary>
    public async Task<Batch?> FindLastUndoableAsync(string by, DateTimeOffset since, CancellationToken ct)
    {
        var latest = await session.Query<Batch>().Where(batch => batch.By == by && batch.UndoneBy == null)
            .OrderByDescending(batch => batch.Id).Take(MaxSearchedBatches).ToListAsync(ct);
        var undos = await ReadUndosAsync([.. latest.Where(batch => batch.Undoes is not null).Select(batch => batch.Id)], ct);
        return latest.FirstOrDefault(batch => batch.At >= since && (batch.Count > 0 || batch.IsOpen || batch.IsDecision)
            && !undos.Contains(batch.Id));
    }

    // In a chain of undos, every second one repeats the change.
    private async Task<HashSet<Guid>> ReadUndosAsync(Guid[] ids, CancellationToken ct)
    {
        var undos = new HashSet<Guid>();
        if (ids.Length == 0) return undos;
        await using var command = new NpgsqlCommand(UndosSql)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = ids } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) undos.Add(reader.GetGuid(0));
        return undos;
    }

    /// <summary>Returns a page of the fields that a batch has skipped so far, post by post.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="after">The event version to continue after; 0 for the first page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SkippedFieldsPage> ReadSkippedFieldsAsync(Batch batch, long after, CancellationToken ct)
    {
        if (batch.Left == 0) return new([], null);
        await using var command = new NpgsqlCommand(SkippedFieldsSql)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = batch.Id }, new() { Value = after },
                new() { Value = EventsPerPage + 1 } },
        };
        var (fields, version, count) = (new List<SkippedField>(), after, 0);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
        {
            if (++count > EventsPerPage) return new(fields, version);
            version = reader.GetInt64(0);
            fields.AddRange(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), CurationJson.Default.FieldsLeft)!.Fields);
        }
        return new(fields, null);
    }
}
