using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.Media.Matching;
using Sovia.Metadata;

namespace Sovia.Import.Containers;

/// <summary>An image, video or sound: passed on unchanged, under a name that identifies its post.</summary>
internal sealed class MediaContainer : IContainerFormat
{
    // Generic names, for which the folder's name identifies the post.
    private static readonly string[] CommonNames = ["content", "image", "original_image", "generated_video", "generated_video_hd", "video"];

    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => IsMedia(head);

    /// <summary>
    /// True for bytes with the signature of a media file. Excludes UTF-16, whose byte order mark resembles an audio frame.
    /// </summary>
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
        // A second copy is named "content 2" or "image (1)".
        var isCommonName = CommonNames.Contains(stem.Split(' ')[0], StringComparer.OrdinalIgnoreCase);
        if (isCommonName && PathIdParser.ParseFolder(parts) is { } id) return $"{id}{type.Extension}";
        return parts[^1].Contains('.', StringComparison.Ordinal) ? parts[^1] : parts[^1] + type.Extension;
    }
}
