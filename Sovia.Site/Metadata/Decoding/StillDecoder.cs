using NetVips;
using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Decoding;

/// <summary>
/// Decodes pictures by libvips, behind a fence: only the formats of <see cref="Loaders"/>, the size checked by the header
/// before a pixel is decoded, libvips' own limits left on. Works on bytes in memory, because a mapped file that shrinks
/// while it is read would end the process.
/// </summary>
internal static class StillDecoder
{
    /// <summary>What a picture may measure at most. A page of zeros of any size compresses to nearly nothing.</summary>
    public const long MaxPixels = 200_000_000;

    private const long MostBytes = 256L << 20;

    // WebP ends at 16,383; nobody needs the whole of a strip that long in a grid.
    private const int Tallest = 8192;

    // SVG is read from a source only, as the demo's drawings are; what was handed over comes as bytes or as a file and stays refused.
    private static readonly string[] Loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "SvgSource"];

    // So decoders speak of what they were not built for, or will not take on; the bytes may be as good as any.
    private static readonly string[] Foreign = ["unsupported", "not supported", "not built", "limit", "out of memory"];

    static StillDecoder()
    {
        if (!ModuleInitializer.VipsInitialized) return;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders) Operation.Block("VipsForeignLoad" + loader, false);

        // Pictures are built beside each other, each by one thread; no picture is decoded twice in a row.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;

        // It would write each damaged row to the console; what matters comes as an exception.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <summary>The bytes of a picture file.</summary>
    /// <exception cref="UnreadableMediaException">It is empty or too large to be a picture.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<byte[]> ReadFileAsync(string path, CancellationToken ct)
    {
        if (!ModuleInitializer.VipsInitialized)
            throw new UnreadableMediaException("The image library libvips can't run on this server.", ModuleInitializer.Exception);
        var length = new FileInfo(path).Length;
        if (length == 0) throw new UnreadableMediaException("The file is empty.") { IsDamaged = true };
        if (length > MostBytes) throw new UnreadableMediaException($"The image file is over the size limit ({MostBytes >> 20} MB).");
        return await File.ReadAllBytesAsync(path, ct);
    }

    /// <summary>Width and height as shown, read from the header alone.</summary>
    /// <exception cref="UnreadableMediaException">Damaged, of no known format, or too large to be decoded.</exception>
    public static StillHeader ReadHeader(byte[] bytes) => TranslateErrors(() =>
    {
        using var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
        if ((long)image.Width * image.Height > MaxPixels)
            throw new UnreadableMediaException(
                $"The image is {image.Width} x {image.Height}. The limit is {MaxPixels / 1_000_000} megapixels.");
        var lies = IsTurned(bytes) && image.Contains("orientation") && image.Get("orientation") is int and >= 5 and <= 8;
        var isPlain = !image.Contains("icc-profile-data") && image.Interpretation != Enums.Interpretation.Cmyk;
        return lies ? new StillHeader(image.Height, image.Width, isPlain) : new StillHeader(image.Width, image.Height, isPlain);
    });

    /// <summary>
    /// The picture upright, in sRGB with 8 bits a channel, no wider and no taller than asked and never enlarged. Of an animation the first
    /// frame.
    /// </summary>
    /// <param name="bytes">Of a picture file.</param>
    /// <param name="use">Makes something of it; nothing is decoded before that. It may be called twice.</param>
    /// <param name="width">Widest, in pixels.</param>
    /// <param name="height">Tallest, in pixels.</param>
    /// <exception cref="UnreadableMediaException">It cannot be decoded, or not all of it.</exception>
    public static T Shrink<T>(byte[] bytes, Func<Image, T> use, int width, int height = Tallest) => TranslateErrors(() =>
    {
        // Turning sRGB into sRGB by way of profiles would cost twice as much as all the rest.
        var profile = ReadHeader(bytes).IsSrgb ? null : "srgb";
        if (!IsJpeg(bytes)) return Once("error");
        try
        {
            // libjpeg paints what is missing grey and merely warns of it, as it does of oddities that do no harm.
            return Once("warning");
        }
        catch (VipsException exception) when (!JpegCheck.IsDataLossWarning(exception.Message))
        {
            return Once("error");
        }

        T Once(string failOn)
        {
            // In its own argument failOn is ignored when reading from memory (libvips 8.18): half a picture would pass for a whole one.
            using var small = Image.ThumbnailBuffer(
                bytes, width, $"fail_on={failOn}", height: height, size: Enums.Size.Down, noRotate: !IsTurned(bytes),
                outputProfile: profile);
            using var coloured = small.Colourspace(Enums.Interpretation.Srgb);
            using var narrow = coloured.Cast(Enums.BandFormat.Uchar);
            return use(narrow);
        }
    });

    /// <summary>Whether the bytes can be decoded at all, told by decoding them small.</summary>
    public static bool CanDecode(byte[] bytes)
    {
        try
        {
            Shrink(bytes, small => small.Avg(), 16);
            return true;
        }
        catch (UnreadableMediaException)
        {
            return false;
        }
    }

    /// <summary>Turns what libvips complains of into words.</summary>
    /// <exception cref="UnreadableMediaException">The work failed.</exception>
    public static T TranslateErrors<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (VipsException exception)
        {
            var known = !exception.Message.Contains("known format", StringComparison.Ordinal);
            throw new UnreadableMediaException(known ? "The image is damaged or incomplete." : "Unsupported image format.", exception)
            {
                IsDamaged = known && !Foreign.Any(word => exception.Message.Contains(word, StringComparison.OrdinalIgnoreCase)),
            };
        }
    }

    // Browsers turn JPEG and PNG by their EXIF orientation. That of WebP they ignore, and AVIF and HEIC have a turn of their own, which
    // libheif carries out.
    private static bool IsTurned(ReadOnlySpan<byte> bytes) => IsJpeg(bytes) || bytes is [0x89, (byte)'P', ..];

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, ..];
}
