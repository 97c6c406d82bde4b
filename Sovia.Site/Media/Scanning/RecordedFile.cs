using Marten;
using Npgsql;

namespace Sovia.Media.Scanning;

/// <summary>The part of a location's record that is needed to detect changes of the file.</summary>
internal sealed class RecordedFile
{
    private const string SelectSql = """
        select data ->> 'path', (data ->> 'length')::bigint, (data ->> 'modifiedTicks')::bigint, data ->> 'sha256', data ? 'missingSince', data ->> 'statedId',
            data ->> 'problem'
        from sovia.mt_doc_filelocation where tenant_id = :tenant
        """;

    private const string RootSql = $"{SelectSql} and data ->> 'root' = :root";
    private const string SingleSql = $"{SelectSql} and id = :id";

    // Filters by an index range, then exactly, because the index holds only the beginning of a path.
    private const string SubtreeSql = $"""
        {SingleSql} union all {SelectSql} and left(data ->> 'path', {FileLocationPathIndex.PrefixLength}) collate "C" >= left(:below, {FileLocationPathIndex.PrefixLength})
            and left(data ->> 'path', {FileLocationPathIndex.PrefixLength}) collate "C" <= left(:end, {FileLocationPathIndex.PrefixLength}) and data ->> 'root' = :root and starts_with(data ->> 'path', :below)
        """;

    public required long Length { get; init; }

    public required long ModifiedTicks { get; init; }

    /// <summary>Null for a file that is not media.</summary>
    public string? Sha256 { get; init; }

    public bool IsMissing { get; init; }

    public Guid? StatedId { get; init; }

    /// <summary>The actual type of a misnamed file, as a message for the user.</summary>
    public string? Problem { get; init; }

    /// <summary>Set when the walk finds the file.</summary>
    public bool IsFound { get; set; }

    /// <summary>Reads all locations ever recorded in a scan target, by path, in one query.</summary>
    public static async Task<Dictionary<string, RecordedFile>> ReadAsync(IQuerySession session, ScanTarget scanTarget, CancellationToken ct)
    {
        await using var command = CreateCommand(session.TenantId, scanTarget);
        var recordedFiles = new Dictionary<string, RecordedFile>(StringComparer.Ordinal);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            recordedFiles[reader.GetString(0)] = new()
            {
                Length = reader.GetInt64(1),
                ModifiedTicks = reader.GetInt64(2),
                Sha256 = reader.IsDBNull(3) ? null : reader.GetString(3),
                IsMissing = reader.GetBoolean(4),
                StatedId = reader.IsDBNull(5) ? null : Guid.Parse(reader.GetString(5)),
                Problem = reader.IsDBNull(6) ? null : reader.GetString(6),
            };
        return recordedFiles;
    }

    /// <summary>
    /// Creates the query for a scan target: all of a root, a file by ID, or any other path, even a deleted one, with everything below it.
    /// </summary>
    public static NpgsqlCommand CreateCommand(string tenant, ScanTarget scanTarget)
    {
        var command = new NpgsqlCommand(scanTarget.Path.Length == 0 ? RootSql : File.Exists(scanTarget.FullPath) ? SingleSql : SubtreeSql);
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("root", scanTarget.Root);
        if (scanTarget.Path.Length == 0) return command;
        command.Parameters.AddWithValue("id", FileLocation.ComputeId(scanTarget.Root, scanTarget.Path));
        command.Parameters.AddWithValue("below", scanTarget.Path + "/");
        // '0' is the character after '/'. If the path is longer than the indexed prefix, both ends of the range are equal.
        command.Parameters.AddWithValue("end", scanTarget.Path + "0");
        return command;
    }
}
