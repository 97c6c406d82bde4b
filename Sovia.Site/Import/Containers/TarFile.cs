using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;
using Sovia.MediaFiles;

namespace Sovia.Import.Containers;

/// <summary>An archive of files as Unix packs them, mostly inside gzip. It is judged and read like a <see cref="ZipFile"/>.</summary>
internal sealed class TarFile : IContainer
{
    private const int BlockLength = 512;
    private const int SumAt = 148;
    private const int SumLength = 8;

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => head.Length >= BlockLength && head[0] != 0 && SumIn(head.Slice(SumAt, SumLength)) == SumOf(head[..BlockLength]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadScope(file.Name, source.Limits);
        if (file.Archives >= ArchiveMembers.DeepestArchive)
        {
            yield return scope.Whole(IssueCode.ZipUnsafe, "Archives nested more than two levels deep are not opened.");
            yield break;
        }
        // All names are judged before anything is read, and media are read last, so that they find their posts.
        var rest = file.Content.CanSeek ? null : new CutStream(file.Content);
        await using var copy = rest is null ? null : await TempCopy.OfAsync(rest, ct);
        var content = copy ?? file.Content;
        var list = await TarList.OfAsync(content, source.Limits.Members, ct);
        var members = new ArchiveMembers(list.Members, list.Members.Count, source.Limits);
        foreach (var (code, reason, rejected) in members.Problems) yield return scope.Issue(code, "$", reason, rejected);
        if (members.IsUnsafe) yield break;
        var heads = members.Readable.ToLookup(member => MediaContent.IsMedia(list.Head(member, MediaType.HeadLength)));
        var read = 0;
        foreach (var member in heads[false].Concat(heads[true]))
        {
            await using var bytes = list.Open(member);
            var inner = file with { Name = $"{file.Name}/{member.Name}", Content = bytes, ModifiedAt = list.ModifiedAt(member), Wrappings = file.Wrappings + 1, Archives = file.Archives + 1 };
            await foreach (var item in source.ReadAsync(inner, ct))
            {
                if (item.Issue is null) read++;
                yield return ArchiveMembers.Softened(item);
            }
        }
        if (list.IsCut || rest is { IsCut: true }) yield return scope.Whole(IssueCode.Truncated, "The archive is cut off or damaged. Everything before that was imported.");
        else if (read == 0 && members.OnlySensitive) yield return scope.Whole(IssueCode.SensitiveFile, SensitiveFile.Reason);
        else if (read == 0) yield return scope.Whole(IssueCode.UnknownShape, $"No items and no media files found in this archive of {members.Count:N0} files.");
    }

    // The sum of a header's bytes stands in it in octal digits, and counts as blanks itself.
    private static int? SumIn(ReadOnlySpan<byte> field)
    {
        var sum = 0;
        var digits = field.TrimStart((byte)' ');
        var count = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'7') is >= 0 and var end ? end : digits.Length;
        foreach (var digit in digits[..count]) sum = (sum * 8) + (digit - '0');
        return count == 0 ? null : sum;
    }

    private static int SumOf(ReadOnlySpan<byte> block)
    {
        var sum = SumLength * ' ';
        for (var at = 0; at < block.Length; at++)
            if (at is < SumAt or >= SumAt + SumLength) sum += block[at];
        return sum;
    }
}
