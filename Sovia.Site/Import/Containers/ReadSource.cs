using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Import.Shapes;

namespace Sovia.Import.Containers;

/// <summary>Reads whatever somebody hands over: takes off its wrappings one by one until there are posts, media, or a reason why there are none.</summary>
/// <param name="limits">How much is read.</param>
internal sealed class ReadSource(ReadLimits limits)
{
    private const int HeadLength = 4096;

    private static readonly IContainer[] Containers =
        [
            new ZipFile(), new GzipFile(), new TarFile(), new MozLz4File(), new SqliteFile(), new MediaContent(), new HexText(), new Utf16Text(), new MimePage(), new HtmlPage(), new ShortcutFile(), new CsvTable(),
            new JsonText(), new LinkLines(),
        ];

    /// <summary>How much is read.</summary>
    public ReadLimits Limits => limits;

    /// <summary>Whether bytes that begin so are wrapped up in one of the known ways.</summary>
    public static bool Knows(ReadOnlySpan<byte> head)
    {
        foreach (var container in Containers)
            if (container.Holds(head)) return true;
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
        var scope = new ReadScope(file.Name, limits);
        if (SensitiveFile.IsNamed(file.Name))
        {
            yield return scope.Whole(IssueCode.SensitiveFile, SensitiveFile.Reason);
            yield break;
        }
        if (file.Wrappings > limits.Wrappings)
        {
            yield return scope.Whole(IssueCode.ZipUnsafe, "The file is compressed in too many layers.");
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
                catch (Exception e) when (e is InvalidDataException or UnpackingException || (file.Wrappings > 0 && e is EndOfStreamException))
                {
                    failed = true;
                    item = e is UnpackingException ? scope.Whole(IssueCode.ZipUnsafe, e.Message)
                        : scope.Whole(IssueCode.Truncated, $"The file is cut off or damaged and can't be unpacked further. Everything before that was imported. ({e.Message})");
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
        var (head, content) = await PeekedStream.PeekAsync(file.Content, HeadLength, ct);
        var container = Array.Find(Containers, container => container.Holds(head.Span));
        if (container is null)
        {
            yield return new ReadScope(file.Name, limits).Whole(IssueCode.NotJson,
                "Not JSON, an archive, HAR, CSV, a list of links, bookmarks or a saved page.");
            yield break;
        }
        await foreach (var item in container.ReadAsync(file with { Content = content }, this, ct)) yield return item;
    }
}
