using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Media.Matching;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>The bytes of a picture, a clip or a sound: handed on as they are, under a name by which their post is found.</summary>
internal sealed class MediaContainer : IContainerFormat
{
    // Names that say nothing of their own leave all the saying to the folder.
    private static readonly string[] Plain = ["content", "image", "original_image", "generated_video", "generated_video_hd", "video"];

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => IsMedia(head);

    /// <summary>True for bytes that begin as media do. The mark of UTF-16 might be taken for a sound's first frame.</summary>
    public static bool IsMedia(ReadOnlySpan<byte> head) =>
        MediaType.Detect(head[..Math.Min(head.Length, MediaType.HeaderLength)]) != MediaType.Unknown && !Utf16Container.IsUtf16(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekableStream.PeekAsync(file.Content, MediaType.HeaderLength, ct);
        yield return new("$", default) { File = file.Name, Media = new(CreateFileName(file.Name, MediaType.Detect(head.Span)), content) };
    }

    private static string CreateFileName(string name, MediaType type)
    {
        var parts = name.Split('/', '\\');
        var stem = Path.GetFileNameWithoutExtension(parts[^1]);
        // A second copy is called "content 2" or "image (1)".
        var isPlain = Plain.Contains(stem.Split(' ')[0], StringComparer.OrdinalIgnoreCase);
        if (isPlain && PathIdParser.ParseFolder(parts) is { } id) return $"{id}{type.Extension}";
        return parts[^1].Contains('.', StringComparison.Ordinal) ? parts[^1] : parts[^1] + type.Extension;
    }
}
