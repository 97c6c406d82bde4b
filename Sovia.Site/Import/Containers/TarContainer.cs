using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>A tar archive, usually inside gzip. Checked and read like a <see cref="ZipContainer"/>.</summary>
internal sealed class TarContainer : IContainerFormat
{
    private const int BlockLength = 512;
    private const int SumStart = 148;
    private const int SumLength = 8;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) =>
        head.Length >= BlockLength && head[0] != 0 && ReadChecksum(head.Slice(SumStart, SumLength)) == ComputeChecksum(head[..BlockLength]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var context = new ReadContext(file.Name, source.Limits);
        if (file.ArchiveDepth >= ArchiveInspection.MaxArchiveDepth)
        {
            yield return context.CreateFileIssue(IssueCode.ZipUnsafe, "Archives nested more than two levels deep are not opened.");
            yield break;
        }
        // All names are checked before anything is read, and media are read last so that they match their posts.
        var tolerantStream = file.Content.CanSeek ? null : new TruncateOnErrorStream(file.Content);
        await using var copy = tolerantStream is null ? null : await TempCopy.CreateAsync(tolerantStream, ct);
        var content = copy ?? file.Content;
        var index = await TarIndex.ReadAsync(content, source.Limits.ArchiveMembers, ct);
        var inspection = new ArchiveInspection(index.Members, index.Members.Count, source.Limits);
        foreach (var (code, reason, rejected) in inspection.Problems) yield return context.CreateIssue(code, "$", reason, rejected);
        if (inspection.IsUnsafe) yield break;
        var mediaLookup = inspection.Readable.ToLookup(member => MediaContainer.IsMedia(index.ReadHead(member, MediaType.HeaderLength)));
        var itemCount = 0;
        foreach (var member in mediaLookup[false].Concat(mediaLookup[true]))
        {
            await using var memberStream = index.Open(member);
            var memberFile = file with
            {
                Name = $"{file.Name}/{member.Name}",
                Content = memberStream,
                ModifiedAt = index.GetModifiedAt(member),
                ContainerDepth = file.ContainerDepth + 1,
                ArchiveDepth = file.ArchiveDepth + 1
            };
            await foreach (var item in source.ReadAsync(memberFile, ct))
            {
                if (item.Issue is null) itemCount++;
                yield return ArchiveInspection.DowngradeIssue(item);
            }
        }
        if (index.IsTruncated || tolerantStream is { IsTruncated: true })
            yield return context.CreateFileIssue(IssueCode.Truncated,
                "The archive is cut off or damaged. Everything before that was imported.");
        else if (itemCount == 0 && inspection.HasOnlySensitiveFiles)
            yield return context.CreateFileIssue(IssueCode.SensitiveFile, SensitiveFileReader.Reason);
        else if (itemCount == 0)
            yield return context.CreateFileIssue(IssueCode.UnknownShape,
                $"No items and no media files found in this archive of {inspection.Count:N0} files.");
    }

    // The checksum is stored in octal digits, and its own field counts as spaces.
    private static int? ReadChecksum(ReadOnlySpan<byte> field)
    {
        var sum = 0;
        var digits = field.TrimStart((byte)' ');
        var count = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'7') is >= 0 and var end ? end : digits.Length;
        foreach (var digit in digits[..count]) sum = (sum * 8) + (digit - '0');
        return count == 0 ? null : sum;
    }

    private static int ComputeChecksum(ReadOnlySpan<byte> block)
    {
        var sum = SumLength * ' ';
        for (var i = 0; i < block.Length; i++)
            if (i is < SumStart or >= SumStart + SumLength) sum += block[i];
        return sum;
    }
}
