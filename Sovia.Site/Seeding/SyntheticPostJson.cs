using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sovia.Library;

namespace Sovia.Seeding;

/// <summary>
/// Writes a post in the source's export format. Keys are sorted, as an import stores them in <see cref="Post.Raw"/>, so that
/// importing the export of a seeded library changes nothing.
/// </summary>
internal static class SyntheticPostJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indents by two spaces, like exports.</summary>
    public static readonly JsonWriterOptions Pretty = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>Returns the JSON that an import would store for a post.</summary>
    public static string Serialize(Post post)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Compact)) Write(writer, post, children: null);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a post.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="post">The post.</param>
    /// <param name="children">The items made from the post; null omits the list.</param>
    public static void Write(Utf8JsonWriter writer, Post post, IEnumerable<Post>? children)
    {
        writer.WriteStartObject();
        WriteList(writer, "audioUrls", post.AudioUrls, writer.WriteStringValue);
        if (children is not null) WriteList(writer, "childPosts", children, child => Write(writer, child, []));
        writer.WriteString("createTime", post.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'",
            CultureInfo.InvariantCulture));
        writer.WriteString("id", post.Id);
        writer.WriteString("mediaType", post.Kind == MediaKind.Image ? "MEDIA_POST_TYPE_IMAGE" : "MEDIA_POST_TYPE_VIDEO");
        writer.WriteString("mediaUrl", post.MediaUrl);
        writer.WriteString("mimeType", post.MimeType);
        WriteIfNotNull(writer, "mode", post.Mode);
        WriteIfNotNull(writer, "modelName", post.Model);
        if (post.ParentId is { } parent) writer.WriteString("originalPostId", parent);
        writer.WriteString("originalPrompt", post.OriginalPrompt ?? "");
        WriteIfNotNull(writer, "originalRefType", post.Derivation);
        writer.WriteString("prompt", post.Prompt ?? "");
        if (post is { Width: { } width, Height: { } height }) WriteSize(writer, width, height);
        WriteIfNotNull(writer, "resolutionName", post.ResolutionName);
        WriteIfNotNull(writer, "thumbnailImageUrl", post.ThumbnailUrl);
        writer.WriteString("userId", post.OwnerId ?? Guid.Empty);
        if (post.Liked is { } liked) WriteLike(writer, liked);
        if (post.Duration is { } duration) writer.WriteNumber("videoDuration", duration);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items) write(item);
        writer.WriteEndArray();
    }

    private static void WriteIfNotNull(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static void WriteSize(Utf8JsonWriter writer, int width, int height)
    {
        writer.WriteStartObject("resolution");
        writer.WriteNumber("height", height);
        writer.WriteNumber("width", width);
        writer.WriteEndObject();
    }

    private static void WriteLike(Utf8JsonWriter writer, bool liked)
    {
        writer.WriteStartObject("userInteractionStatus");
        writer.WriteBoolean("likeStatus", liked);
        writer.WriteEndObject();
    }
}
