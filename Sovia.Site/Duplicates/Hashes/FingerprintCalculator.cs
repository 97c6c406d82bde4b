using System.Globalization;
using NetVips;
using Sovia.Media;
using Sovia.Metadata.Decoding;
using Sovia.Pictures;

namespace Sovia.Duplicates.Hashes;

/// <summary>Computes fingerprints, of stills from their thumbnails and of clips from their frames.</summary>
public sealed class FingerprintCalculator(PictureFolder folder, BuildPictures build, BuildThrottle throttle, FfmpegTools tools)
{
    // In seconds. Longer clips are read at three separate frames, because decoding a whole clip would take too long.
    private const double ShortClip = 60;

    // The thumbnail size from which all stills are hashed, so that their hashes are comparable.
    private static readonly PictureVariant Small = PictureVariant.Widths[0];

    private static readonly string[] One = ["-frames:v", "1"];

    /// <summary>Whether clips can be decoded.</summary>
    public bool CanReadClips => tools.IsAvailable;

    /// <summary>Computes the fingerprint of a file; returns null if the file is not on this server.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findLocalFile">Finds the file on disk, which is not needed for a still with a thumbnail.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="UnreadableMediaException">The file cannot be decoded.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<Fingerprint?> ComputeAsync(UnhashedFile file, FindLocalFile findLocalFile, CancellationToken ct)
    {
        var key = new PictureKey(file.Content, Small, PictureFormat.Webp);
        if (!file.IsClip && folder.Open(key) is { } thumbnail) return Fingerprint.FromStill(await HashAsync(thumbnail, ct));
        if (await findLocalFile.ByHashAsync(file.Content, ct) is not { FullPath: var path }) return null;
        await throttle.WaitUntilIdleAsync(ct);
        if (file.IsClip) return await ComputeClipAsync(path, file.Seconds, ct);
        if (await build.EnsureBuiltAsync(key, new(file.Content, path), wanted: false, ct) is { } problem)
            throw new UnreadableMediaException(problem);
        return Fingerprint.FromStill(await HashAsync(folder.Open(key) ?? throw new IOException("The thumbnail is no longer available."),
            ct));
    }

    /// <summary>Computes the hash of a picture that is not stored, from a thumbnail made like the stored ones.</summary>
    /// <exception cref="UnreadableMediaException">The picture cannot be decoded.</exception>
    public static ulong? HashPicture(byte[] picture) => HashSmallPicture(PictureEncoder.EncodeStill(picture, Small, PictureFormat.Webp));

    /// <summary>Computes the hash of a thumbnail from its encoded bytes.</summary>
    /// <exception cref="UnreadableMediaException">The thumbnail cannot be decoded.</exception>
    public static ulong? HashSmallPicture(byte[] small) => ImageDecoder.TranslateErrors(() =>
    {
        using var image = Image.NewFromBuffer(small, access: Enums.Access.Sequential);
        using var opaque = image.HasAlpha() ? image.Flatten(background: [255]) : image.Copy();
        using var tiny = opaque.ThumbnailImage(PerceptualHash.Side, height: PerceptualHash.Side, size: Enums.Size.Force);
        return PerceptualHash.Compute(ToGrey(tiny));
    });

    private static async Task<ulong?> HashAsync(FileStream thumbnail, CancellationToken ct)
    {
        await using var _ = thumbnail;
        var bytes = new byte[thumbnail.Length];
        await thumbnail.ReadExactlyAsync(bytes, ct);
        return HashSmallPicture(bytes);
    }

    private async Task<Fingerprint> ComputeClipAsync(string path, double? seconds, CancellationToken ct)
    {
        if (tools.Ffmpeg is null)
            throw new UnreadableMediaException("ffmpeg isn't installed on this server, so no frames can be extracted.");
        if (seconds is null or <= ShortClip)
        {
            var frames = await ReadFramesAsync(path, [], [], ct);
            return Create(frames, frames, frames, frames.Count / 2);
        }
        return Create(await ReadFramesAsync(path, [], One, ct), await ReadFramesAsync(path, ["-ss", Format(seconds.Value / 2)], One, ct),
            await ReadFramesAsync(path, ["-sseof", "-1"], [], ct), 0);

        Fingerprint Create(IReadOnlyList<byte[]> first, IReadOnlyList<byte[]> middle, IReadOnlyList<byte[]> last, int at) =>
            first.Count > 0 && middle.Count > at && last.Count > 0
                ? new(PerceptualHash.Compute(first[0]), PerceptualHash.Compute(middle[at]), PerceptualHash.Compute(last[^1]), seconds, true)
                : throw new UnreadableMediaException("No frame of the video can be read.");
    }

    private async Task<IReadOnlyList<byte[]>> ReadFramesAsync(string path, string[] inputArgs, string[] outputArgs, CancellationToken ct)
    {
        var side = PerceptualHash.Side.ToString(CultureInfo.InvariantCulture);
        string[] args = ["-map", "0:V:0", "-vf", $"scale={side}:{side}:flags=area", .. outputArgs, "-pix_fmt", "gray", "-f", "rawvideo",
            "-"];
        var output = await FfmpegProcess.RunAsync(tools.Ffmpeg!,
            ["-nostdin", "-threads", "1", .. FfmpegProcess.BuildInputArguments(path, inputArgs), .. args], ct);
        return [.. output.Chunk(PerceptualHash.Side * PerceptualHash.Side)
            .Where(frame => frame.Length == PerceptualHash.Side * PerceptualHash.Side)];
    }

    private static byte[] ToGrey(Image image)
    {
        var bands = image.Bands;
        var values = image.WriteToMemory<byte>();
        var grey = new byte[values.Length / bands];
        for (var i = 0; i < grey.Length; i++)
            grey[i] = bands < 3 ? values[i * bands]
                : (byte)((values[i * bands] * 299 + values[i * bands + 1] * 587 + values[i * bands + 2] * 114 + 500) / 1000);
        return grey;
    }

    private static string Format(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
