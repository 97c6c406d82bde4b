using NetVips;
using Sovia.Metadata.Integrity;

namespace Sovia.Metadata.Decoding;

/// <summary>
/// Decodes images with libvips under restrictions: only the formats of <see cref="Loaders"/>, the size checked in the header before any
/// pixel is decoded, libvips' own limits left on. Works on bytes in memory, because a memory-mapped file that shrinks during a read would
/// crash the process.
/// </summary>
internal static class ImageDecoder
{
    /// <summary>Maximum number of pixels, because an image of zeros compresses to almost nothing whatever its size.</summary>
    public const long MaxPixels = 200_000_000;

    private const long MaxBytes = 256L << 20;

    // WebP is limited to 16,383 pixels, and a grid never needs the whole of such a tall image.
    private const int MaxHeight = 8192;

    // SVG can only be read from a source, as for the demo's drawings. Uploads are read as bytes or files, so an uploaded SVG is rejected.
    private static readonly string[] Loaders = ["Jpeg", "Png", "Webp", "Nsgif", "Heif", "SvgSource"];

    // Decoder messages about unsupported features or limits; they do not mean that the file is damaged.
    private static readonly string[] UnsupportedTexts = ["unsupported", "not supported", "not built", "limit", "out of memory"];

    static ImageDecoder()
    {
        if (!ModuleInitializer.VipsInitialized) return;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders) Operation.Block("VipsForeignLoad" + loader, false);

        // Images are built in parallel, each on one thread, and none is decoded twice in a row.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;

        // libvips would log each damaged row to the console; relevant errors arrive as exceptions.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <summary>Reads the bytes of an image file.</summary>
    /// <exception cref="UnreadableMediaException">The file is empty or too large.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<byte[]> ReadFileAsync(string path, CancellationToken ct)
    {
        if (!ModuleInitializer.VipsInitialized)
            throw new UnreadableMediaException("The image library libvips can't run on this server.", ModuleInitializer.Exception);
        var length = new FileInfo(path).Length;
        if (length == 0) throw new UnreadableMediaException("The file is empty.") { IsDamaged = true };
        if (length > MaxBytes) throw new UnreadableMediaException($"The image file is over the size limit ({MaxBytes >> 20} MB).");
        return await File.ReadAllBytesAsync(path, ct);
    }

    /// <summary>Reads width and height as displayed, from the header alone.</summary>
    /// <exception cref="UnreadableMediaException">The image is damaged, of an unknown format or too large to decode.</exception>
    public static ImageHeader ReadHeader(byte[] bytes) => TranslateErrors(() =>
    {
        using var image = Image.NewFromBuffer(bytes, access: Enums.Access.Sequential);
        if ((long)image.Width * image.Height > MaxPixels)
            throw new UnreadableMediaException(
                $"The image is {image.Width} x {image.Height}. The limit is {MaxPixels / 1_000_000} megapixels.");
        var isSideways = UsesExifOrientation(bytes) && image.Contains("orientation") && image.Get("orientation") is int and >= 5 and <= 8;
        var isSrgb = !image.Contains("icc-profile-data") && image.Interpretation != Enums.Interpretation.Cmyk;
        return isSideways ? new ImageHeader(image.Height, image.Width, isSrgb) : new ImageHeader(image.Width, image.Height, isSrgb);
    });

    /// <summary>
    /// Decodes an image upright, in sRGB with 8 bits per channel, within the given size and never enlarged. Uses the first frame of an
    /// animation.
    /// </summary>
    /// <param name="bytes">The bytes of an image file.</param>
    /// <param name="use">Produces the result; decoding starts only here. May be called twice.</param>
    /// <param name="width">Maximum width in pixels.</param>
    /// <param name="height">Maximum height in pixels.</param>
    /// <exception cref="UnreadableMediaException">The image cannot be decoded completely.</exception>
    public static T Shrink<T>(byte[] bytes, Func<Image, T> use, int width, int height = MaxHeight) => TranslateErrors(() =>
    {
        // Skips the profile conversion for images already in sRGB, because it would cost twice as much as everything else.
        var profile = ReadHeader(bytes).IsSrgb ? null : "srgb";
        if (!IsJpeg(bytes)) return Decode("error");
        try
        {
            // libjpeg fills missing parts with grey and only warns, as it also does about harmless irregularities.
            return Decode("warning");
        }
        catch (VipsException exception) when (!JpegCheck.IsDataLossWarning(exception.Message))
        {
            return Decode("error");
        }

        T Decode(string failOn)
        {
            // The failOn parameter is ignored when reading from memory (libvips 8.18), so half an image would pass as complete.
            using var thumbnail = Image.ThumbnailBuffer(
                bytes, width, $"fail_on={failOn}", height: height, size: Enums.Size.Down, noRotate: !UsesExifOrientation(bytes),
                outputProfile: profile);
            using var srgb = thumbnail.Colourspace(Enums.Interpretation.Srgb);
            using var srgb8 = srgb.Cast(Enums.BandFormat.Uchar);
            return use(srgb8);
        }
    });

    /// <summary>Returns whether the image can be decoded, by decoding it at a small size.</summary>
    public static bool CanDecode(byte[] bytes)
    {
        try
        {
            Shrink(bytes, image => image.Avg(), 16);
            return true;
        }
        catch (UnreadableMediaException)
        {
            return false;
        }
    }

    /// <summary>Translates libvips errors into messages for the user.</summary>
    /// <exception cref="UnreadableMediaException">The work failed.</exception>
    public static T TranslateErrors<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (VipsException exception)
        {
            var isKnown = !exception.Message.Contains("known format", StringComparison.Ordinal);
            throw new UnreadableMediaException(isKnown ? "The image is damaged or incomplete." : "Unsupported image format.", exception)
            {
                IsDamaged = isKnown && !UnsupportedTexts.Any(word => exception.Message.Contains(word, StringComparison.OrdinalIgnoreCase)),
            };
        }
    }

    // Browsers rotate JPEG and PNG by their EXIF orientation. They ignore it in WebP. AVIF and HEIC have their own rotation, which
    // libheif applies.
    private static bool UsesExifOrientation(ReadOnlySpan<byte> bytes) => IsJpeg(bytes) || bytes is [0x89, (byte)'P', ..];

    private static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, ..];
}
