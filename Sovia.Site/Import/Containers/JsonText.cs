using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>JSON in UTF-8: one value or many, with or without what scripts and servers put before it.</summary>
internal sealed class JsonText : IContainer
{
    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) =>
        JsonGap.LengthOf(head, isFinal: true) is { } gap && (gap == head.Length || head[gap] is (byte)'{' or (byte)'[' or (byte)'"');

    /// <inheritdoc/>
    public IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, CancellationToken ct) =>
        new JsonItemReader(file.Content, new(file.Name, source.Limits, file.ModifiedAt)).ReadAsync(ct);
}
