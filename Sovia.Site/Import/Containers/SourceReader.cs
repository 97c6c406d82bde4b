using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;

namespace Sovia.Import.Containers;

/// <summary>
/// Reads any submitted file: unwraps its containers one by one until there are posts, media, or an issue.
/// </summary>
/// <param name="limits">The limits.</param>
internal sealed class SourceReader(ReadLimits limits)
{
    private const int HeadLength = 4096;

    private static readonly LinkTextContainer TextContainer = new();

    private static readonly IContainerFormat[] Containers = [
        new ZipContainer(), new GzipContainer(), new TarContainer(), new MozLz4Container(), new SqliteContainer(), new MediaContainer(),
        new HexContainer(), new Utf16Container(), new MhtmlContainer(), new HtmlContainer(), new ShortcutContainer(),
        new CsvContainer(),
        new JsonContainer(), TextContainer,
        ];

    /// <summary>The limits of reading.</summary>
    public ReadLimits Limits => limits;

    /// <summary>True if a container format recognises bytes with this beginning.</summary>
    public static bool CanRead(ReadOnlySpan<byte> head)
    {
        foreach (var container in Containers)
            if (container.CanRead(head)) return true;
        return false;
    }

    /// <summary>Reads a submitted file.</summary>
    /// <param name="name">The file name that the user sees.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="modifiedAt">When the file was written, if known.</param>
    /// <param name="ct">Cancels.</param>
    public IAsyncEnumerable<JsonItem> ReadAsync(string name, Stream content, DateTimeOffset? modifiedAt, CancellationToken ct) =>
        ReadAsync(new SourceFile(name, content, modifiedAt) { Budget = new(limits.ArchiveBytes) }, ct);

    /// <summary>Reads a submitted or nested file.</summary>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        var context = new ReadContext(file.Name, limits);
        if (SensitiveFileReader.IsSensitiveName(file.Name))
        {
            yield return context.CreateFileIssue(IssueCode.SensitiveFile, SensitiveFileReader.Reason);
            yield break;
        }
        if (file.ContainerDepth > limits.ContainerDepth)
        {
            yield return context.CreateFileIssue(IssueCode.ZipUnsafe, "The file is compressed in too many layers.");
            yield break;
        }
        var enumerator = ReadContentAsync(file, ct).GetAsyncEnumerator(ct);
        try
        {
            while (true)
            {
                JsonItem item;
                var hasFailed = false;
                try
                {
                    if (!await enumerator.MoveNextAsync()) break;
                    item = enumerator.Current;
                }
                // Handles only errors of unpacking; the caller reports a file that cannot be read at all.
                catch (Exception e) when (e is InvalidDataException or DecompressionLimitException
                    || (file.ContainerDepth > 0 && e is EndOfStreamException))
                {
                    hasFailed = true;
                    item = e is DecompressionLimitException ? context.CreateFileIssue(IssueCode.ZipUnsafe, e.Message)
                        : context.CreateFileIssue(IssueCode.Truncated,
                            "The file is cut off or damaged and can't be unpacked further. Everything before that was imported.");
                }
                yield return item;
                if (hasFailed) break;
            }
        }
        finally
        {
            await enumerator.DisposeAsync();
        }
    }

    private async IAsyncEnumerable<JsonItem> ReadContentAsync(SourceFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, HeadLength, ct);
        var container = Array.Find(Containers, container => container.CanRead(head.Span));
        var isUnknownFormat = container is null;
        if (isUnknownFormat && head.Span.Contains((byte)0))
        {
            yield return CreateUnknownIssue(file);
            yield break;
        }
        // Reads unknown text as a note, because the first link of a long note may come after the bytes peeked at.
        container ??= TextContainer;
        await foreach (var item in container.ReadAsync(file with { Content = content }, this, ct))
        {
            var isEmpty = isUnknownFormat && item.Issue is { Code: IssueCode.Empty };
            yield return isEmpty ? CreateUnknownIssue(file) : item;
            if (isEmpty) yield break;
        }
    }

    private JsonItem CreateUnknownIssue(SourceFile file) => new ReadContext(file.Name, limits).CreateFileIssue(IssueCode.NotJson,
        "Not JSON, an archive, HAR, CSV, a list of links, bookmarks or a saved page.");
}
