namespace Sovia.MediaFiles.Scanning;

/// <summary>What is remembered of a place: as little as tells whether the file is still the same.</summary>
internal sealed class KnownFile
{
    public required long Length { get; init; }

    public required long ModifiedTicks { get; init; }

    /// <summary>Null for what is no media.</summary>
    public string? Sha256 { get; init; }

    public bool IsMissing { get; init; }

    public Guid? StatedId { get; init; }

    /// <summary>Set when the walk meets it.</summary>
    public bool Seen { get; set; }

    /// <summary>Every place of a scope that was ever recorded, by its path, in one read.</summary>
    public static async Task<Dictionary<string, KnownFile>> ReadAsync(Marten.IQuerySession session, Scope scope, CancellationToken ct)
    {
        await using var command = new Npgsql.NpgsqlCommand("""
            select data ->> 'path', (data ->> 'length')::bigint, (data ->> 'modifiedTicks')::bigint, data ->> 'sha256', data ? 'missingSince', data ->> 'statedId'
            from sovia.mt_doc_filelocation
            where tenant_id = :tenant and data ->> 'root' = :root and (:path = '' or data ->> 'path' = :path or starts_with(data ->> 'path', :path || '/'))
            """);
        command.Parameters.AddWithValue("tenant", session.TenantId);
        command.Parameters.AddWithValue("root", scope.Root);
        command.Parameters.AddWithValue("path", scope.Path);
        var known = new Dictionary<string, KnownFile>(StringComparer.Ordinal);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            known[reader.GetString(0)] = new()
            {
                Length = reader.GetInt64(1),
                ModifiedTicks = reader.GetInt64(2),
                Sha256 = reader.IsDBNull(3) ? null : reader.GetString(3),
                IsMissing = reader.GetBoolean(4),
                StatedId = reader.IsDBNull(5) ? null : Guid.Parse(reader.GetString(5)),
            };
        return known;
    }
}
