using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import;

/// <summary>Writes a post in the API's JSON, for a post that was stored without its source records.</summary>
internal static class LegacyPostJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns JSON from which <see cref="PostReader"/> reads the same post.</summary>
    public static string Serialize(Post post)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(bytes, Options)) Write(writer, post);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Post post)
    {
        void Text(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) writer.WriteString(name, value);
        }

        void Number(string name, double? value)
        {
            if (value is { } number) writer.WriteNumber(name, number);
        }

        void Flag(string name, bool? value)
        {
            if (value is { } flag) writer.WriteBoolean(name, flag);
        }

        void List<T>(string name, IReadOnlyCollection<T> values, Action<T> write)
        {
            if (values.Count == 0) return;
            writer.WriteStartArray(name);
            foreach (var value in values) write(value);
            writer.WriteEndArray();
        }

        writer.WriteStartObject();
        writer.WriteString("id", post.Id);
        if (post.Kind != MediaKind.Unknown) Text("mediaType", post.Kind.ToString());
        Text("createTime", post.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        Text("userId", post.OwnerId?.ToString());
        Text("prompt", post.Prompt);
        Text("originalPrompt", post.OriginalPrompt);
        Text("title", post.Title);
        Text("modelName", post.Model);
        Text("mode", post.Mode);
        Text("originalRefType", post.Derivation);
        Text("mimeType", post.MimeType);
        Text("mediaUrl", post.MediaUrl);
        Text("thumbnailImageUrl", post.ThumbnailUrl);
        Text("lastFrameThumbnailImageUrl", post.LastFrameUrl);
        Text("hdMediaUrl", post.HdUrl);
        Text("hd1080MediaUrl", post.Hd1080Url);
        Text("watermarkedMediaUrl", post.WatermarkedUrl);
        List("audioUrls", post.AudioUrls, writer.WriteStringValue);
        Number("width", post.Width);
        Number("height", post.Height);
        Number("videoDuration", post.Duration);
        Number("videoExtensionStartTime", post.ExtendsFrom);
        Text("resolutionName", post.ResolutionName);
        Flag("likeStatus", post.Liked);
        Flag("moderated", post.Moderated);
        Flag("rRated", post.Restricted);
        Flag("isUploaded", post.Uploaded);
        Flag("hasWatermark", post.Watermarked);
        Text("conversationId", post.ConversationId);
        List("inputMediaItems", post.References,
            id => { writer.WriteStartObject(); writer.WriteString("id", id); writer.WriteEndObject(); });
        writer.WriteEndObject();
    }
}
