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
    private const int UnixSymlinkMode = 0xA000;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var context = new ReadContext(file.Name, source.Limits);
        if (file.ArchiveDepth >= ArchiveInspection.MaxArchiveDepth)
        {
            yield return context.CreateFileIssue(IssueCode.ZipUnsafe, "Archives nested more than two levels deep are not opened.");
            yield break;
        }
        // Needs a seekable stream, because the directory is at the end of a ZIP file.
        await using var copy = file.Content.CanSeek ? null : await TempCopy.CreateAsync(file.Content, ct);
        await using var archive = await OpenArchiveAsync(copy ?? file.Content, ct);
        if (archive is null)
        {
            yield return context.CreateFileIssue(IssueCode.Truncated,
                "The archive is cut off or damaged: the directory at its end is missing. Nothing was read. Download or copy the archive again.");
            yield break;
        }
        var inspection = new ArchiveInspection(ListMembers(archive), archive.Entries.Count, source.Limits);
        foreach (var (code, reason, rejected) in inspection.Problems) yield return context.CreateIssue(code, "$", reason, rejected);
        if (inspection.IsUnsafe) yield break;
        var itemCount = 0;
        var mediaMembers = new List<ArchiveMember>();
        foreach (var member in inspection.Readable)
        {
            var entry = archive.Entries[member.Index];
            if (await ReadHeadAsync(entry, ct) is not { } head)
                yield return context.CreateIssue(IssueCode.Unreadable, "$", $"{member.Name} is damaged or uses an unsupported compression.",
                    rejected: true);
            else if (MediaContainer.IsMedia(head.Span)) mediaMembers.Add(member);
            else
            {
                await using var content = await OpenEntryAsync(entry, file, source, ct);
                await foreach (var item in source.ReadAsync(CreateMemberFile(file, member, entry, content), ct))
                {
                    if (item.Issue is null) itemCount++;
                    yield return ArchiveInspection.DowngradeIssue(item);
                }
            }
        }
        foreach (var member in mediaMembers)
        {
            var entry = archive.Entries[member.Index];
            await using var content = await OpenEntryAsync(entry, file, source, ct);
            await foreach (var item in source.ReadAsync(CreateMemberFile(file, member, entry, content), ct)) yield return item;
        }
        if (itemCount == 0 && mediaMembers.Count == 0 && inspection.HasOnlySensitiveFiles)
            yield return context.CreateFileIssue(IssueCode.SensitiveFile, SensitiveFileReader.Reason);
        else if (itemCount == 0 && mediaMembers.Count == 0)
            yield return context.CreateFileIssue(IssueCode.UnknownShape,
                $"No items and no media files found in this archive of {inspection.Count:N0} files.");
    }

    private static async Task<ZipArchive?> OpenArchiveAsync(Stream content, CancellationToken ct)
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

    private static async Task<ReadOnlyMemory<byte>?> ReadHeadAsync(ZipArchiveEntry entry, CancellationToken ct)
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

    private static async Task<Stream> OpenEntryAsync(ZipArchiveEntry entry, SourceFile file, SourceReader source, CancellationToken ct) =>
        new DecompressionGuardStream(await entry.OpenAsync(ct), () => entry.CompressedLength, source.Limits, file.Budget);

    private static IEnumerable<ArchiveMember> ListMembers(ZipArchive archive) => archive.Entries
        .Select((entry, index) => new ArchiveMember(index, entry.FullName)
        {
            IsLink = ((entry.ExternalAttributes >> 16) & 0xF000) == UnixSymlinkMode,
            IsEncrypted = entry.IsEncrypted
        })
        .Where(member => !member.FullName.EndsWith('/') && !member.FullName.EndsWith('\\'));

    private static SourceFile CreateMemberFile(SourceFile file, ArchiveMember member, ZipArchiveEntry entry, Stream content) =>
        file with
        {
            Name = $"{file.Name}/{member.Name}",
            Content = content,
            ModifiedAt = entry.LastWriteTime,
            ContainerDepth = file.ContainerDepth + 1,
            ArchiveDepth = file.ArchiveDepth + 1
        };
}
