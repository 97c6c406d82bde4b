using System.Text.Json;
using Marten;
using Marten.Linq.MatchesSql;
using Npgsql;

namespace Sovia.Curation;

/// <summary>Reads the history of what was changed.</summary>
public sealed class ReadBatchHistory(IQuerySession session)
{
    // An event is of one part of a batch, which is of a few hundred posts.
    private const int LeftAtOnce = 10;

    // Undoing many changes one after the other leaves as many undos at the top.
    private const int LastLooked = 200;

    private const string ReadingLeft = """
        select version, data from sovia.mt_events
        where tenant_id = $1 and stream_id = $2 and type = 'fields_left' and version > $3 order by version limit $4
        """;

    /// <summary>Batches, the newest first.</summary>
    /// <param name="before">Only what is older than this batch; null to begin with the newest.</param>
    /// <param name="count">How many at the most.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="filter">Which; null for all.</param>
    public async Task<IReadOnlyList<Batch>> ReadPageAsync(Guid? before, int count, CancellationToken ct, BatchFilter? filter = null)
    {
        // Ids of batches sort by time.
        var batches = session.Query<Batch>().AsQueryable();
        if (before is { } id) batches = batches.Where(batch => batch.Id < id);
        if (filter?.Pattern is { } pattern) batches = batches.Where(batch => batch.MatchesSql("d.data ->> 'text' ~* ?", pattern));
        if (filter?.SearchText is { Length: > 0 } words)
            batches = batches.Where(batch => batch.MatchesSql("position(lower(?) in lower(d.data ->> 'text')) > 0", words));
        if (filter?.Kind == BatchFilter.Undone) batches = batches.Where(batch => batch.UndoneBy != null);
        if (filter?.Kind == BatchFilter.Open)
            batches = batches.Where(batch => batch.State == BatchState.Queued || batch.State == BatchState.Running);
        return await batches.OrderByDescending(batch => batch.Id).Take(count).ToListAsync(ct);
    }

    /// <summary>One batch; null where there is none of the id.</summary>
    public Task<Batch?> FindAsync(Guid id, CancellationToken ct) => session.LoadAsync<Batch>(id, ct);

    /// <summary>
    /// The last change that somebody made and has not undone; null where there is none since a time. What undoes an undo is such a change
    /// too.
    /// </summary>
    public async Task<Batch?> FindLastUndoableAsync(string by, DateTimeOffset since, CancellationToken ct)
    {
        var latest = await session.Query<Batch>().Where(batch => batch.By == by && batch.UndoneBy == null)
            .OrderByDescending(batch => batch.Id).Take(LastLooked).ToListAsync(ct);
        var undone = (await session.LoadManyAsync<Batch>(ct, [.. latest.Select(batch => batch.Undoes).OfType<Guid>()]))
            .ToDictionary(batch => batch.Id);
        return latest.FirstOrDefault(batch => batch.At >= since && (batch.Count > 0 || batch.IsOpen || batch.IsDecision)
            && (batch.Undoes is not { } other || undone.GetValueOrDefault(other)?.Undoes is not null));
    }

    /// <summary>Some of the fields that a batch left so far, post by post.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="after">Only those behind this place in its events; 0 to begin.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SkippedFieldsPage> ReadSkippedFieldsAsync(Batch batch, long after, CancellationToken ct)
    {
        if (batch.Left == 0) return new([], null);
        await using var command = new NpgsqlCommand(ReadingLeft)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = batch.Id }, new() { Value = after },
                new() { Value = LeftAtOnce + 1 } },
        };
        var (fields, place, count) = (new List<SkippedField>(), after, 0);
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
