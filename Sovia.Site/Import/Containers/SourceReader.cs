using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;

namespace Sovia.Import.Containers;

/// <summary>
/// Reads whatever somebody hands over: takes off its wrappings one by one until there are posts, media, or a reason why there are none.
/// </summary>
/// <param name="limits">How much is read.</param>
internal sealed class SourceReader(ReadLimits limits)
{
    private const int HeadLength = 4096;

    private static readonly IContainerFormat[] Containers =
        [
            new ZipContainer(), new GzipContainer(), new TarContainer(), new MozLz4Container(), new SqliteContainer(), new MediaContainer(),
            new HexContainer(), new Utf16Container(), new MhtmlContainer(), new HtmlContainer(), new ShortcutContainer(),
            new CsvContainer(),
            new JsonContainer(), new LinkTextContainer(),
        ];

    /// <summary>How much is read.</summary>
    public ReadLimits Limits => limits;

    /// <summary>Whether bytes that begin so are wrapped up in one of the known ways.</summary>
    public static bool CanRead(ReadOnlySpan<byte> head)
    {
        foreach (var container in Containers)
            if (container.CanRead(head)) return true;
        return false;
    }

    /// <summary>Everything in a file that was handed over.</summary>
    /// <param name="name">Its name as the user knows it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="modifiedAt">When it was written, where that is known.</param>
    /// <param name="ct">Cancels.</param>
    public IAsyncEnumerable<JsonItem> ReadAsync(string name, Stream content, DateTimeOffset? modifiedAt, CancellationToken ct) =>
        ReadAsync(new SourceFile(name, content, modifiedAt) { Budget = new(limits.ArchiveBytes) }, ct);

    /// <summary>Everything in a file, whatever it lay in.</summary>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        var scope = new ReadContext(file.Name, limits);
        if (SensitiveFileReader.IsSensitiveName(file.Name))
        {
            yield return scope.CreateFileIssue(IssueCode.SensitiveFile, SensitiveFileReader.Reason);
            yield break;
        }
        if (file.ContainerDepth > limits.ContainerDepth)
        {
            yield return scope.CreateFileIssue(IssueCode.ZipUnsafe, "The file is compressed in too many layers.");
            yield break;
        }
        var items = OpenAsync(file, ct).GetAsyncEnumerator(ct);
        try
        {
            while (true)
            {
                JsonItem item;
                var failed = false;
                try
                {
                    if (!await items.MoveNextAsync()) break;
                    item = items.Current;
                }
                // Only what is wrapped up is answered for here; a file that cannot be read at all is the caller's to tell.
                catch (Exception e) when (e is InvalidDataException or DecompressionLimitException
                    || (file.ContainerDepth > 0 && e is EndOfStreamException))
                {
                    failed = true;
                    item = e is DecompressionLimitException ? scope.CreateFileIssue(IssueCode.ZipUnsafe, e.Message)
                        : scope.CreateFileIssue(IssueCode.Truncated,
                            $"The file is cut off or damaged and can't be unpacked further. Everything before that was imported. ({e.Message})");
                }
                yield return item;
                if (failed) break;
            }
        }
        finally
        {
            await items.DisposeAsync();
        }
    }

    private async IAsyncEnumerable<JsonItem> OpenAsync(SourceFile file, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, HeadLength, ct);
        var container = Array.Find(Containers, container => container.CanRead(head.Span));
        if (container is null)
        {
            yield return new ReadContext(file.Name, limits).CreateFileIssue(IssueCode.NotJson,
                "Not JSON, an archive, HAR, CSV, a list of links, bookmarks or a saved page.");
            yield break;
        }
        await foreach (var item in container.ReadAsync(file with { Content = content }, this, ct)) yield return item;
    }
}
