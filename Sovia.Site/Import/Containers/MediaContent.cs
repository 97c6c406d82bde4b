using System.Runtime.CompilerServices;
using Sovia.Import.Json;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Matching;

namespace Sovia.Import.Containers;

/// <summary>The bytes of a picture, a clip or a sound: handed on as they are, under a name by which their post is found.</summary>
internal sealed class MediaContent : IContainer
{
    // Names that say nothing of their own leave all the saying to the folder.
    private static readonly string[] Plain = ["content", "image", "original_image", "generated_video", "generated_video_hd", "video"];

    /// <inheritdoc/>
    public bool Holds(ReadOnlySpan<byte> head) => IsMedia(head);

    /// <summary>True for bytes that begin as media do. The mark of UTF-16 might be taken for a sound's first frame.</summary>
    public static bool IsMedia(ReadOnlySpan<byte> head) =>
        MediaType.Of(head[..Math.Min(head.Length, MediaType.HeadLength)]) != MediaType.Unknown && !Utf16Text.IsUtf16(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, ReadSource source, [EnumeratorCancellation] CancellationToken ct)
    {
        var (head, content) = await PeekedStream.PeekAsync(file.Content, MediaType.HeadLength, ct);
        yield return new("$", default) { File = file.Name, Media = new(NameOf(file.Name, MediaType.Of(head.Span)), content) };
    }

    private static string NameOf(string name, MediaType type)
    {
        var parts = name.Split('/', '\\');
        var stem = Path.GetFileNameWithoutExtension(parts[^1]);
        // A second copy is called "content 2" or "image (1)".
        var isPlain = Plain.Contains(stem.Split(' ')[0], StringComparer.OrdinalIgnoreCase);
        if (isPlain && IdsIn.Folder(parts) is { } id) return $"{id}{type.Extension}";
        return parts[^1].Contains('.', StringComparison.Ordinal) ? parts[^1] : parts[^1] + type.Extension;
    }
}
