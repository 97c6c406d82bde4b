using System.Globalization;
using System.Text.Json;
using Sovia.Metadata.Decoding;

namespace Sovia.Metadata.Probing;

/// <summary>Parses the JSON of <c>ffprobe -show_format -show_streams</c>.</summary>
internal static class FfprobeReport
{
    /// <summary>Returns the facts of the first video stream and whether there is audio.</summary>
    /// <exception cref="UnreadableMediaException">The JSON is not an ffprobe report.</exception>
    public static MediaProperties Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var report = JsonDocument.Parse(json);
            var streams = report.RootElement.TryGetProperty("streams", out var streamArray) ? streamArray.EnumerateArray().ToList() : [];
            var video = streams.FirstOrDefault(stream => ReadText(stream, "codec_type") == "video" && !IsCover(stream));
            var hasAudio = streams.Any(stream => ReadText(stream, "codec_type") == "audio");
            var duration = report.RootElement.TryGetProperty("format", out var format) ? ToNumber(ReadText(format, "duration")) : null;
            var facts = new MediaProperties { HasAudio = hasAudio, Duration = duration };
            return video.ValueKind == JsonValueKind.Object ? AddVideoFacts(facts, video) : facts;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw new UnreadableMediaException("ffprobe returned no usable information about the video.", exception);
        }
    }

    private static MediaProperties AddVideoFacts(MediaProperties facts, JsonElement video)
    {
        var (width, height) = (ReadInt32(video, "width"), ReadInt32(video, "height"));
        if (width is null or <= 0 || height is null or <= 0) return facts;
        if (ParseRatio(ReadText(video, "sample_aspect_ratio"), ':') is { } aspect) width = Math.Max(1, (int)(width.Value * aspect));
        var isSideways = Math.Abs(ReadRotation(video)) % 180 == 90;
        return facts with
        {
            Width = isSideways ? height : width,
            Height = isSideways ? width : height,
            FrameRate = ParseRatio(ReadText(video, "avg_frame_rate"), '/'),
            Duration = facts.Duration ?? ToNumber(ReadText(video, "duration")),
        };
    }

    private static int ReadRotation(JsonElement video)
    {
        if (video.TryGetProperty("side_data_list", out var sideDataList))
            foreach (var sideData in sideDataList.EnumerateArray())
                if (ReadInt32(sideData, "rotation") is { } rotation)
                    return rotation;
        return video.TryGetProperty("tags", out var tags) && ToNumber(ReadText(tags, "rotate")) is { } degrees ? (int)degrees : 0;
    }

    private static bool IsCover(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition) && ReadInt32(disposition, "attached_pic") == 1;

    private static string? ReadText(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? ReadInt32(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number
        : null;

    private static double? ToNumber(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static double? ParseRatio(string? text, char sign) =>
        text?.Split(sign) is [var over, var under] && ToNumber(over) is > 0 and { } numerator && ToNumber(under) is > 0 and { } denominator
        ? numerator / denominator : null;
}
