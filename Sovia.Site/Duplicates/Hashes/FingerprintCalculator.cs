using System.Globalization;
using NetVips;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;

namespace Sovia.Duplicates.Hashes;

/// <summary>Makes fingerprints: of stills from their small pictures, of clips from their frames.</summary>
public sealed class FingerprintCalculator(PictureFolder folder, BuildPictures build, BuildThrottle turns, FfmpegTools tools)
{
    // Of longer clips three frames are fetched by themselves: all of them would take too long to decode.
    private const double ShortClip = 60;

    // Which picture stills are hashed from; whatever is compared has come the same way.
    private static readonly PictureVariant Small = PictureVariant.Widths[0];

    private static readonly string[] One = ["-frames:v", "1"];

    /// <summary>Whether clips can be read.</summary>
    public bool CanReadClips => tools.IsAvailable;

    /// <summary>The fingerprint of a file; null where its bytes are not here.</summary>
    /// <param name="file">What is known of it.</param>
    /// <param name="bytes">Finds its bytes, which a still that has its small picture does not need.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">It cannot be decoded.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<Fingerprint?> ComputeAsync(UnhashedFile file, FindLocalFile bytes, CancellationToken ct)
    {
        var key = new PictureKey(file.Content, Small, PictureFormat.Webp);
        if (!file.IsClip && folder.Open(key) is { } there) return Fingerprint.FromStill(await OfSmallAsync(there, ct));
        if (await bytes.ByHashAsync(file.Content, ct) is not { FullPath: var path }) return null;
        await turns.WaitUntilIdleAsync(ct);
        if (file.IsClip) return await OfClipAsync(path, file.Seconds, ct);
        if (await build.EnsureBuiltAsync(key, new(file.Content, path), wanted: false, ct) is { } problem)
            throw new UnreadableMediaException(problem);
        return Fingerprint.FromStill(await OfSmallAsync(folder.Open(key) ?? throw new IOException("The thumbnail is no longer available."),
            ct));
    }

    /// <summary>The hash of a picture that is not stored, made the way that stored ones come: shrunk first.</summary>
    /// <exception cref="UnreadableMediaException">It cannot be decoded.</exception>
    public static ulong? HashPicture(byte[] picture) => HashSmallPicture(PictureEncoder.EncodeStill(picture, Small, PictureFormat.Webp));

    /// <summary>The hash of a small picture as it lies on disk.</summary>
    /// <exception cref="UnreadableMediaException">It cannot be decoded.</exception>
    public static ulong? HashSmallPicture(byte[] small) => StillDecoder.TranslateErrors(() =>
    {
        using var image = Image.NewFromBuffer(small, access: Enums.Access.Sequential);
        using var opaque = image.HasAlpha() ? image.Flatten(background: [255]) : image.Copy();
        using var tiny = opaque.ThumbnailImage(PerceptualHash.Side, height: PerceptualHash.Side, size: Enums.Size.Force);
        return PerceptualHash.Compute(GreyOf(tiny));
    });

    private static async Task<ulong?> OfSmallAsync(FileStream small, CancellationToken ct)
    {
        await using var _ = small;
        var bytes = new byte[small.Length];
        await small.ReadExactlyAsync(bytes, ct);
        return HashSmallPicture(bytes);
    }

    private async Task<Fingerprint> OfClipAsync(string path, double? seconds, CancellationToken ct)
    {
        if (tools.Ffmpeg is null)
            throw new UnreadableMediaException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        if (seconds is null or <= ShortClip)
        {
            var all = await FramesAsync(path, [], [], ct);
            return Of(all, all, all, all.Count / 2);
        }
        return Of(await FramesAsync(path, [], One, ct), await FramesAsync(path, ["-ss", Number(seconds.Value / 2)], One, ct),
            await FramesAsync(path, ["-sseof", "-1"], [], ct), 0);

        Fingerprint Of(IReadOnlyList<byte[]> first, IReadOnlyList<byte[]> middle, IReadOnlyList<byte[]> last, int at) =>
            first.Count > 0 && middle.Count > at && last.Count > 0
                ? new(PerceptualHash.Compute(first[0]), PerceptualHash.Compute(middle[at]), PerceptualHash.Compute(last[^1]), seconds, true)
                : throw new UnreadableMediaException("No frame of the video can be read.");
    }

    private async Task<IReadOnlyList<byte[]>> FramesAsync(string path, string[] reading, string[] writing, CancellationToken ct)
    {
        var side = PerceptualHash.Side.ToString(CultureInfo.InvariantCulture);
        string[] frames = ["-map", "0:V:0", "-vf", $"scale={side}:{side}:flags=area", .. writing, "-pix_fmt", "gray", "-f", "rawvideo",
            "-"];
        var output = await FfmpegProcess.RunAsync(tools.Ffmpeg!,
            ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path, reading), .. frames], ct);
        return [.. output.Chunk(PerceptualHash.Side * PerceptualHash.Side)
            .Where(frame => frame.Length == PerceptualHash.Side * PerceptualHash.Side)];
    }

    private static byte[] GreyOf(Image colours)
    {
        var bands = colours.Bands;
        var values = colours.WriteToMemory<byte>();
        var grey = new byte[values.Length / bands];
        for (var at = 0; at < grey.Length; at++)
            grey[at] = bands < 3 ? values[at * bands]
                : (byte)((values[at * bands] * 299 + values[at * bands + 1] * 587 + values[at * bands + 2] * 114 + 500) / 1000);
        return grey;
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
