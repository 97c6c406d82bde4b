using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>One way in which exports are wrapped up, known by its first bytes and never by a name.</summary>
internal interface IContainerFormat
{
    /// <summary>Whether bytes that begin so are wrapped up in this way.</summary>
    /// <param name="head">The first bytes; all there are where they are few.</param>
    bool CanRead(ReadOnlySpan<byte> head);

    /// <summary>What is in it.</summary>
    /// <param name="file">Such bytes.</param>
    /// <param name="source">Reads what lies inside in its turn.</param>
    /// <param name="ct">Cancels.</param>
    IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, CancellationToken ct);
}
