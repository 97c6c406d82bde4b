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
        using (var writer = new Utf8JsonWriter(bytes, Options)) WritePost(writer, post);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WritePost(Utf8JsonWriter writer, Post post)
    {
        void AddText(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) writer.WriteString(name, value);
        }

        void AddNumber(string name, double? value)
        {
            if (value is { } number) writer.WriteNumber(name, number);
        }

        void AddFlag(string name, bool? value)
        {
            if (value is { } flag) writer.WriteBoolean(name, flag);
        }

        void AddList<T>(string name, IReadOnlyCollection<T> values, Action<T> write)
        {
            if (values.Count == 0) return;
            writer.WriteStartArray(name);
            foreach (var value in values) write(value);
            writer.WriteEndArray();
        }

        writer.WriteStartObject();
        writer.WriteString("id", post.Id);
        if (post.Kind != MediaKind.Unknown) AddText("mediaType", post.Kind.ToString());
        AddText("createTime", post.CreatedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        AddText("userId", post.OwnerId?.ToString());
        AddText("prompt", post.Prompt);
        AddText("originalPrompt", post.OriginalPrompt);
        AddText("title", post.Title);
        AddText("modelName", post.Model);
        AddText("mode", post.Mode);
        AddText("originalRefType", post.Derivation);
        AddText("mimeType", post.MimeType);
        AddText("mediaUrl", post.MediaUrl);
        AddText("thumbnailImageUrl", post.ThumbnailUrl);
        AddText("lastFrameThumbnailImageUrl", post.LastFrameUrl);
        AddText("hdMediaUrl", post.HdUrl);
        AddText("hd1080MediaUrl", post.Hd1080Url);
        AddText("watermarkedMediaUrl", post.WatermarkedUrl);
        AddList("audioUrls", post.AudioUrls, writer.WriteStringValue);
        AddNumber("width", post.Width);
        AddNumber("height", post.Height);
        AddNumber("videoDuration", post.Duration);
        AddNumber("videoExtensionStartTime", post.ExtendsFrom);
        AddText("resolutionName", post.ResolutionName);
        AddFlag("likeStatus", post.Liked);
        AddFlag("moderated", post.Moderated);
        AddFlag("rRated", post.Restricted);
        AddFlag("isUploaded", post.Uploaded);
        AddFlag("hasWatermark", post.Watermarked);
        AddText("conversationId", post.ConversationId);
        AddList("inputMediaItems", post.References,
            id => { writer.WriteStartObject(); writer.WriteString("id", id); writer.WriteEndObject(); });
        writer.WriteEndObject();
    }
}
