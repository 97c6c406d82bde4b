using System.Text;
using System.Text.Json;
using Sovia.Metadata.Decoding;

namespace Sovia.Media.Serving;

/// <summary>Concatenates videos into one file with ffmpeg, without re-encoding. Their streams must have the same format.</summary>
public sealed class JoinVideos(FfmpegTools tools)
{
    // The stream properties that must match for playback to continue across videos. The hash is of the decoder configuration.
    private static readonly (string Key, string Name)[] Properties =
    [
        ("codec_name", "codec"), ("width", "width"), ("height", "height"), ("pix_fmt", "colour format"),
        ("sample_aspect_ratio", "pixel shape"),
        ("sample_rate", "sample rate"), ("channels", "number of channels"), ("extradata_hash", "encoder settings"),
    ];

    private const int MaxStreams = 2;

    private static readonly SemaphoreSlim JoinLock = new(1);

    /// <summary>Concatenates the videos.</summary>
    /// <param name="paths">At least two videos, in order.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The video, positioned at its start. Disposing the stream deletes the file.</returns>
    /// <exception cref="UnreadableMediaException">The videos cannot be joined; the message says why.</exception>
    public async Task<FileStream> RunAsync(IReadOnlyList<string> paths, CancellationToken ct)
    {
        if (!tools.IsAvailable) throw new UnreadableMediaException("Joining videos needs ffmpeg, which isn't installed.");
        var streams = new List<IReadOnlyList<JsonElement>>();
        foreach (var path in paths) streams.Add(await ReadStreamsAsync(path, ct));
        if (streams.Skip(1).Select(next => GetDifference(streams[0], next))
            .FirstOrDefault(difference => difference is not null) is { } mismatch)
            throw new UnreadableMediaException($"These videos differ in {mismatch}, so they can't be joined without re-encoding.");
        // One at a time, because each result needs as much disk space as all its videos until it is sent.
        await JoinLock.WaitAsync(ct);
        var list = Path.Combine(Path.GetTempPath(), $"sovia-{Guid.NewGuid():N}.txt");
        var output = Path.ChangeExtension(list, ".mp4");
        try
        {
            await File.WriteAllTextAsync(list,
                string.Concat(paths.Select(path => $"file 'file:{path.Replace("'", "'\\''", StringComparison.Ordinal)}'\n")),
                new UTF8Encoding(false), ct);
            await FfmpegProcess.RunAsync(tools.Ffmpeg!,
                ["-nostdin", .. FfmpegProcess.BuildListInputArguments(list), "-map", "0:V:0", "-map", "0:a:0?", "-c", "copy", "-movflags",
                    "+faststart", "-f", "mp4", output], ct);
            return new(output, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose, BufferSize = 0 });
        }
        catch
        {
            File.Delete(output);
            throw;
        }
        finally
        {
            JoinLock.Release();
            File.Delete(list);
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ReadStreamsAsync(string path, CancellationToken ct)
    {
        if (path.AsSpan().ContainsAny('\n', '\r'))
            throw new UnreadableMediaException("A file whose name has a line break can't be joined.");
        var json = await FfmpegProcess.RunAsync(tools.Ffprobe!,
            FfmpegProcess.BuildInputArguments(path, "-print_format", "json", "-show_streams", "-show_data_hash", "md5"), ct);
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("streams").EnumerateArray().Where(stream => GetKind(stream) is "video" or "audio")
            .DistinctBy(GetKind)
            .OrderByDescending(GetKind, StringComparer.Ordinal).Take(MaxStreams).Select(stream => stream.Clone())];
    }

    private static string? GetDifference(IReadOnlyList<JsonElement> first, IReadOnlyList<JsonElement> second) =>
        !first.Select(GetKind).SequenceEqual(second.Select(GetKind)) ? "sound: not all have it"
        : first.Zip(second).SelectMany(_ => Properties, (pair, prop) => GetText(pair.First, prop.Key) == GetText(pair.Second, prop.Key)
            ? null
            : $"{prop.Name} ({GetKind(pair.First)})").FirstOrDefault(name => name is not null);

    private static string? GetKind(JsonElement stream) => GetText(stream, "codec_type");

    private static string? GetText(JsonElement stream, string key) => stream.TryGetProperty(key, out var value) ? value.ToString() : null;
}
