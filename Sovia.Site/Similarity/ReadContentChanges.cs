using Npgsql;

namespace Sovia.Similarity;

/// <summary>Reads which families of a library have changed, from the change log that the index writer keeps.</summary>
public sealed class ReadContentChanges(NpgsqlDataSource source)
{
    // Also checks the stamp of the known version, because another database may reach the same number with other content.
    private const string Sql = """
        select v.version, v.stamp || '.' || v.version, c.version, c.stamp || '.' || c.version, c.roots
        from sovia.library_version v left join sovia.family_change c on c.tenant_id = v.tenant_id and c.version between $2 and v.version
        where v.tenant_id = $1 order by c.version
        """;

    /// <summary>Reads the changes of a library since a known version.</summary>
    /// <param name="library">The library.</param>
    /// <param name="stamp">The stamp of the known version.</param>
    /// <param name="version">The number of the known version.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ContentChanges> ReadSinceAsync(string library, string stamp, long version, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = library });
        command.Parameters.Add(new() { Value = version });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (changes, changedIds, next) = (new ContentChanges("", 0, null), new HashSet<Guid>(), version);
        var isComplete = true;
        while (await reader.ReadAsync(ct))
        {
            changes = changes with { Version = reader.GetInt64(0), Stamp = reader.GetString(1) };
            if (await reader.IsDBNullAsync(2, ct) || reader.GetInt64(2) != next || (next == version && reader.GetString(3) != stamp))
                isComplete = false;
            else if (next++ > version)
            {
                if (await reader.IsDBNullAsync(4, ct)) isComplete = false;
                else changedIds.UnionWith(reader.GetFieldValue<Guid[]>(4));
            }
            if (!isComplete) break;
        }
        return isComplete && next == changes.Version + 1 ? changes with { Families = changedIds } : changes;
    }
}
