using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>A container format of exports, recognised by its first bytes and never by a file name.</summary>
internal interface IContainerFormat
{
    /// <summary>True if bytes with this beginning have this format.</summary>
    /// <param name="head">The first bytes; all of them if there are few.</param>
    bool CanRead(ReadOnlySpan<byte> head);

    /// <summary>Reads the content.</summary>
    /// <param name="file">A file of this format.</param>
    /// <param name="source">Reads nested files.</param>
    /// <param name="ct">Cancels.</param>
    IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct);
}
