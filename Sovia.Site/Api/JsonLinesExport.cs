using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Query.Lists;

namespace Sovia.Api;

/// <summary>Writes the posts of a list as JSON Lines, a few hundred at a time.</summary>
/// <param name="library">Reads the list.</param>
/// <param name="posts">Reads its posts.</param>
/// <param name="list">The list.</param>
/// <param name="write">Writes a post as one JSON value.</param>
internal sealed class JsonLinesExport(BrowseLibrary library, ReadAnnotatedPosts posts, ResolvedQuery list,
    Action<Utf8JsonWriter, AnnotatedPost> write)
{
    private const int PageSize = 250;

    private static readonly JsonWriterOptions Options = new() { Encoder = ApiJson.Options.Encoder, SkipValidation = true };

    /// <summary>
    /// Returns the lines in order, one page at a time. A page is valid until the next one is requested, because its buffer is reused:
    /// allocating buffers of this size would keep the garbage collector busy for half of the export.
    /// </summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var (buffer, nextBuffer) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        var cursors = await library.ReadCursorsAsync(list, null, PageSize, ct);
        var page = WritePageAsync(cursors, buffer, ct);
        var nextPage = Task.CompletedTask;
        try
        {
            while (true)
            {
                var isLast = cursors.Count < PageSize;
                if (!isLast)
                {
                    // Begins the next page before this one has ended, so that the database reads while posts are serialised and sent.
                    cursors = await library.ReadCursorsAsync(list, cursors[^1], PageSize, ct);
                    nextPage = WritePageAsync(cursors, nextBuffer, ct);
                }
                await page;
                yield return buffer.WrittenMemory;
                if (isLast) yield break;
                (page, buffer, nextBuffer) = (nextPage, nextBuffer, buffer);
            }
        }
        finally
        {
            // No read may outlive the request, whose services it uses.
            await Task.WhenAll(page, nextPage).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WritePageAsync(IReadOnlyList<Cursor> cursors, ArrayBufferWriter<byte> buffer, CancellationToken ct)
    {
        buffer.ResetWrittenCount();
        await using var writer = new Utf8JsonWriter(buffer, Options);
        await foreach (var post in posts.StreamAsync(list, cursors.Select(cursor => cursor.Id), ct))
        {
            write(writer, post);
            writer.Flush();
            writer.Reset();
            buffer.Write("\n"u8);
        }
    }
}
