using System.IO.Compression;
using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>
/// A ZIP archive. Reads descriptions of posts first and media last, so that media match their posts. Never writes to a path taken from the
/// archive.
/// </summary>
internal sealed class ZipContainer : IContainerFormat
{
    private const int UnixLink = 0xA000;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadContext(file.Name, source.Limits);
        if (file.ArchiveDepth >= ArchiveInspection.MaxArchiveDepth)
        {
            yield return scope.CreateFileIssue(IssueCode.ZipUnsafe, "Archives nested more than two levels deep are not opened.");
            yield break;
        }
        // Needs a seekable stream, because the directory is at the end of a ZIP file.
        await using var copy = file.Content.CanSeek ? null : await TempCopy.CreateAsync(file.Content, ct);
        await using var archive = await OpenAsync(copy ?? file.Content, ct);
        if (archive is null)
        {
            yield return scope.CreateFileIssue(IssueCode.Truncated,
                "The archive is cut off or damaged: the directory at its end is missing. Nothing was read. Download or copy the archive again.");
            yield break;
        }
        var members = new ArchiveInspection(ListMembers(archive), archive.Entries.Count, source.Limits);
        foreach (var (code, reason, rejected) in members.Problems) yield return scope.CreateIssue(code, "$", reason, rejected);
        if (members.IsUnsafe) yield break;
        var read = 0;
        var media = new List<ArchiveMember>();
        foreach (var member in members.Readable)
        {
            var entry = archive.Entries[member.Index];
            if (await HeadAsync(entry, ct) is not { } head)
                yield return scope.CreateIssue(IssueCode.Unreadable, "$", $"{member.Name} is damaged or uses an unsupported compression.",
                    rejected: true);
            else if (MediaContainer.IsMedia(head.Span)) media.Add(member);
            else
            {
                await using var content = await OpenAsync(entry, file, source, ct);
                await foreach (var item in source.ReadAsync(Member(file, member, entry, content), ct))
                {
                    if (item.Issue is null) read++;
                    yield return ArchiveInspection.DowngradeIssue(item);
                }
            }
        }
        foreach (var member in media)
        {
            var entry = archive.Entries[member.Index];
            await using var content = await OpenAsync(entry, file, source, ct);
            await foreach (var item in source.ReadAsync(Member(file, member, entry, content), ct)) yield return item;
        }
        if (read == 0 && media.Count == 0 && members.HasOnlySensitiveFiles)
            yield return scope.CreateFileIssue(IssueCode.SensitiveFile, SensitiveFileReader.Reason);
        else if (read == 0 && media.Count == 0)
            yield return scope.CreateFileIssue(IssueCode.UnknownShape,
                $"No items and no media files found in this archive of {members.Count:N0} files.");
    }

    private static async Task<ZipArchive?> OpenAsync(Stream content, CancellationToken ct)
    {
        try
        {
            return await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> HeadAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        try
        {
            await using var content = await entry.OpenAsync(ct);
            return (await PeekableStream.PeekAsync(content, MediaType.HeaderLength, ct)).Head;
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            return null;
        }
    }

    private static async Task<Stream> OpenAsync(ZipArchiveEntry entry, SourceFile file, SourceReader source, CancellationToken ct) =>
        new DecompressionGuardStream(await entry.OpenAsync(ct), () => entry.CompressedLength, source.Limits, file.Budget);

    private static IEnumerable<ArchiveMember> ListMembers(ZipArchive archive) => archive.Entries
        .Select((entry, at) => new ArchiveMember(at, entry.FullName)
        {
            IsLink = ((entry.ExternalAttributes >> 16) & 0xF000) == UnixLink,
            IsEncrypted = entry.IsEncrypted
        })
        .Where(member => !member.FullName.EndsWith('/') && !member.FullName.EndsWith('\\'));

    private static SourceFile Member(SourceFile file, ArchiveMember member, ZipArchiveEntry entry, Stream content) =>
        file with
        {
            Name = $"{file.Name}/{member.Name}",
            Content = content,
            ModifiedAt = entry.LastWriteTime,
            ContainerDepth = file.ContainerDepth + 1,
            ArchiveDepth = file.ArchiveDepth + 1
        };
}
