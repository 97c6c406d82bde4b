using Marten;
using Npgsql;

namespace Sovia.Media.Serving;

/// <summary>Opens the media file of a post if a media root contains it.</summary>
public sealed class OpenMedia(IQuerySession session, MediaFileLocator media, AllMediaRoots roots, ServedFileCache served)
{
    // Reads only the columns needed, and the scanned locations whose folder is still a media root.
    private const string Sql = """
        select post.data ->> 'mediaUrl', post.data ->> 'mimeType', post.created_at, place.sha_256,
            place.data ->> 'root', place.data ->> 'path', (place.data ->> 'length')::bigint, (place.data ->> 'modifiedTicks')::bigint
        from sovia.mt_doc_post post
        left join sovia.mt_doc_filelocation place on place.tenant_id = :tenant and place.sha_256 = post.data -> 'file' ->> 'sha256'
            and (place.data ->> 'root' = any(:roots)
                or exists (select from sovia.mt_doc_addedroot added where added.tenant_id = :tenant and added.data ->> 'path' = place.data ->> 'root'))
        where post.tenant_id = :tenant and post.id = :id
        """;

    /// <summary>Opens the file; null if the post is unknown or its file is missing. The caller disposes the stream.</summary>
    public async Task<OpenedMedia?> ForPostAsync(Guid postId, CancellationToken ct) =>
        await served.GetOrFindAsync(session.TenantId, postId, null, token => FindAsync(postId, token), ct) is { } file
        ? OpenedMedia.Open(file) : null;

    private async Task<ServedFile?> FindAsync(Guid postId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql);
        command.Parameters.AddWithValue("tenant", session.TenantId);
        command.Parameters.AddWithValue("roots", roots.Fixed.ToArray());
        command.Parameters.AddWithValue("id", postId);
        (LocalFile File, string? Sha256)? found = null;
        DateTimeOffset? createdAt = null;
        await using (var reader = await session.ExecuteReaderAsync(command, ct))
            while (found is null && await reader.ReadAsync(ct))
            {
                createdAt = reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2);
                found = ReadScannedFile(reader);
                if (found is null && media.Find(ReadText(reader, 0), ReadText(reader, 1)) is { } file) found = (file, null);
            }

        return found is { } foundFile && await foundFile.File.DetectTypeAsync(ct) is { } type
            ? new(postId, createdAt, foundFile.File, type, foundFile.Sha256) : null;
    }

    // Skips a file that has changed since it was read, because its recorded hash no longer applies.
    private static (LocalFile File, string? Sha256)? ReadScannedFile(System.Data.Common.DbDataReader reader) =>
        !reader.IsDBNull(4) && MediaFileLocator.FindAt(reader.GetString(4), reader.GetString(5)) is { } file
        && file.Length == reader.GetInt64(6) && file.ModifiedAt.UtcTicks == reader.GetInt64(7) ? (file, reader.GetString(3)) : null;

    private static string? ReadText(System.Data.Common.DbDataReader reader, int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
}
