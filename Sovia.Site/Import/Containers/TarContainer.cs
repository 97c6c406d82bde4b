using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>A tar archive, usually inside gzip. Checked and read like a <see cref="ZipContainer"/>.</summary>
internal sealed class TarContainer : IContainerFormat
{
    private const int BlockLength = 512;
    private const int SumAt = 148;
    private const int SumLength = 8;

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) =>
        head.Length >= BlockLength && head[0] != 0 && ReadChecksum(head.Slice(SumAt, SumLength)) == ComputeChecksum(head[..BlockLength]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadContext(file.Name, source.Limits);
        if (file.ArchiveDepth >= ArchiveInspection.MaxArchiveDepth)
        {
            yield return scope.CreateFileIssue(IssueCode.ZipUnsafe, "Archives nested more than two levels deep are not opened.");
            yield break;
        }
        // All names are checked before anything is read, and media are read last so that they match their posts.
        var rest = file.Content.CanSeek ? null : new TruncateOnErrorStream(file.Content);
        await using var copy = rest is null ? null : await TempCopy.CreateAsync(rest, ct);
        var content = copy ?? file.Content;
        var list = await TarIndex.ReadAsync(content, source.Limits.ArchiveMembers, ct);
        var members = new ArchiveInspection(list.Members, list.Members.Count, source.Limits);
        foreach (var (code, reason, rejected) in members.Problems) yield return scope.CreateIssue(code, "$", reason, rejected);
        if (members.IsUnsafe) yield break;
        var heads = members.Readable.ToLookup(member => MediaContainer.IsMedia(list.ReadHead(member, MediaType.HeaderLength)));
        var read = 0;
        foreach (var member in heads[false].Concat(heads[true]))
        {
            await using var bytes = list.Open(member);
            var inner = file with
            {
                Name = $"{file.Name}/{member.Name}",
                Content = bytes,
                ModifiedAt = list.GetModifiedAt(member),
                ContainerDepth = file.ContainerDepth + 1,
                ArchiveDepth = file.ArchiveDepth + 1
            };
            await foreach (var item in source.ReadAsync(inner, ct))
            {
                if (item.Issue is null) read++;
                yield return ArchiveInspection.DowngradeIssue(item);
            }
        }
        if (list.IsTruncated || rest is { IsTruncated: true })
            yield return scope.CreateFileIssue(IssueCode.Truncated,
                "The archive is cut off or damaged. Everything before that was imported.");
        else if (read == 0 && members.HasOnlySensitiveFiles)
            yield return scope.CreateFileIssue(IssueCode.SensitiveFile, SensitiveFileReader.Reason);
        else if (read == 0)
            yield return scope.CreateFileIssue(IssueCode.UnknownShape,
                $"No items and no media files found in this archive of {members.Count:N0} files.");
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
        for (var at = 0; at < block.Length; at++)
            if (at is < SumAt or >= SumAt + SumLength) sum += block[at];
        return sum;
    }
}
