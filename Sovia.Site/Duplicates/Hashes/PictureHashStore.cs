using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Duplicates.Hashes;

/// <summary>Finds files without a fingerprint, and writes fingerprints.</summary>
public sealed class PictureHashStore(ISessionFactory sessions, TimeProvider clock)
{
    private static readonly TimeSpan MissingRetryDelay = TimeSpan.FromHours(1);
    private static readonly TimeSpan UnreadableRetryDelay = TimeSpan.FromDays(1);

    // Reads only the key of most files.
    private const string FindMissingSql = """
        with missing as materialized (
            select f.id from sovia.mt_doc_mediafile f where f.tenant_id = $1 and f.id > $2 and not exists (
                select from sovia.picture_hash h where h.tenant_id = $1 and h.content = f.id and h.version = $3
                    and (h.state in (0, 2) or (h.state = 1 and h.made_at > $4) or (h.state = 3 and h.made_at > $5) or (h.state = 4 and not $6)))
            order by f.id limit $7)
        select f.id, f.data ->> 'mime', (f.data -> 'facts' ->> 'duration')::float8, coalesce((f.data ->> 'present')::boolean, false)
        from missing m join sovia.mt_doc_mediafile f on f.tenant_id = $1 and f.id = m.id order by f.id
        """;

    private const string WriteSql = """
        with written as (
            insert into sovia.picture_hash as h (tenant_id, content, first, middle, last, seconds, is_clip, state, version, made_at)
            select $1, one.*, $2, $3 from unnest($4, $5, $6, $7, $8, $9, $10) as one
            on conflict (tenant_id, content) do update set first = excluded.first, middle = excluded.middle, last = excluded.last, seconds = excluded.seconds,
                is_clip = excluded.is_clip, state = excluded.state, version = excluded.version, made_at = excluded.made_at
            -- Another node may have the file that is missing here, and its fingerprint stays.
            where not (h.state = 0 and h.version = excluded.version and excluded.state <> 0)
            returning state)
        insert into sovia.duplicate_state as s (tenant_id, hashes) select $1, count(*) from written where state = 0
        on conflict (tenant_id) do update set hashes = s.hashes + excluded.hashes
        """;

    /// <summary>Returns files without a fingerprint, in order of their content hashes.</summary>
    /// <param name="after">Returns only files after this content hash; empty for the first page.</param>
    /// <param name="count">The maximum number of files.</param>
    /// <param name="canReadClips">Whether clips can be decoded now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<UnhashedFile>> FindMissingAsync(string after, int count, bool canReadClips, CancellationToken ct)
    {
        await using var session = sessions.QuerySession();
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand(FindMissingSql)
        {
            Parameters =
            {
                new() { Value = session.TenantId }, new() { Value = after }, new() { Value = PerceptualHash.Version },
                new() { Value = now - UnreadableRetryDelay },
                new() { Value = now - MissingRetryDelay }, new() { Value = canReadClips }, new() { Value = count },
            },
        };
        List<UnhashedFile> files = [];
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            files.Add(new(reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1), reader.IsDBNull(2) ? null
                : reader.GetDouble(2), reader.GetBoolean(3)));
        return files;
    }

    /// <summary>Writes fingerprints and adds them to the library's count.</summary>
    public async Task WriteAsync(IReadOnlyList<HashedFile> files, CancellationToken ct)
    {
        if (files.Count == 0) return;
        await using var session = sessions.QuerySession();
        await using var command = new NpgsqlCommand(WriteSql)
        {
            Parameters =
            {
                new() { Value = session.TenantId }, new() { Value = PerceptualHash.Version }, new() { Value = clock.GetUtcNow() },
                CreateArray(NpgsqlDbType.Text, files.Select(file => file.File.Content)),
                CreateArray(NpgsqlDbType.Bigint, files.Select(file => (long?)file.Fingerprint.First)),
                CreateArray(NpgsqlDbType.Bigint, files.Select(file => (long?)file.Fingerprint.Middle)),
                CreateArray(NpgsqlDbType.Bigint, files.Select(file => (long?)file.Fingerprint.Last)),
                CreateArray(NpgsqlDbType.Real, files.Select(file => (float?)file.Fingerprint.Seconds)),
                CreateArray(NpgsqlDbType.Boolean, files.Select(file => file.File.IsClip)),
                CreateArray(NpgsqlDbType.Smallint, files.Select(file => (short)file.State)),
            },
        };
        await using (await session.ExecuteReaderAsync(command, ct)) { }
    }

    private static NpgsqlParameter CreateArray<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
