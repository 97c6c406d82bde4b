using System.Globalization;
using System.Text.Json;
using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>Parses the JSON of <c>ffprobe -show_format -show_streams</c>.</summary>
internal static class FfprobeReport
{
    /// <summary>Returns the facts of the first video stream and whether there is audio.</summary>
    /// <exception cref="UnreadableMediaException">The JSON is not an ffprobe report.</exception>
    public static MediaFacts Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var report = JsonDocument.Parse(json);
            var streams = report.RootElement.TryGetProperty("streams", out var found) ? found.EnumerateArray().ToList() : [];
            var video = streams.FirstOrDefault(stream => Text(stream, "codec_type") == "video" && !IsCover(stream));
            var hasAudio = streams.Any(stream => Text(stream, "codec_type") == "audio");
            var duration = report.RootElement.TryGetProperty("format", out var format) ? Number(Text(format, "duration")) : null;
            var facts = new MediaFacts { HasAudio = hasAudio, Duration = duration };
            return video.ValueKind == JsonValueKind.Object ? Shape(facts, video) : facts;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new UnreadableMediaException("ffprobe returned no usable information about the video.", exception);
        }
    }

    private static MediaFacts Shape(MediaFacts facts, JsonElement video)
    {
        var (width, height) = (Whole(video, "width"), Whole(video, "height"));
        if (width is null or <= 0 || height is null or <= 0) return facts;
        if (Ratio(Text(video, "sample_aspect_ratio"), ':') is { } stretch) width = Math.Max(1, (int)(width.Value * stretch));
        var lies = Math.Abs(Rotation(video)) % 180 == 90;
        return facts with
        {
            Width = lies ? height : width,
            Height = lies ? width : height,
            FrameRate = Ratio(Text(video, "avg_frame_rate"), '/'),
            Duration = facts.Duration ?? Number(Text(video, "duration")),
        };
    }

    private static int Rotation(JsonElement video)
    {
        if (video.TryGetProperty("side_data_list", out var sides))
            foreach (var side in sides.EnumerateArray())
                if (Whole(side, "rotation") is { } rotation)
                    return rotation;
        return video.TryGetProperty("tags", out var tags) && Number(Text(tags, "rotate")) is { } stated ? (int)stated : 0;
    }

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && Whole(disposition, "attached_pic") == 1;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Whole(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double? Ratio(string? text, char sign) =>
        text?.Split(sign) is [var over, var under] && Number(over) is > 0 and { } above && Number(under) is > 0 and { } below
        ? above / below : null;
}
