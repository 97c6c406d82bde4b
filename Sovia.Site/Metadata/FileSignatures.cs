namespace Sovia.Metadata;

/// <summary>Detects file types by their first bytes.</summary>
internal static class FileSignatures
{
    private static readonly MediaType Jpeg = new("image/jpeg", ".jpg");
    private static readonly MediaType Png = new("image/png", ".png");
    private static readonly MediaType Gif = new("image/gif", ".gif");
    private static readonly MediaType Webp = new("image/webp", ".webp");
    private static readonly MediaType Bmp = new("image/bmp", ".bmp");
    private static readonly MediaType Avif = new("image/avif", ".avif");
    private static readonly MediaType Heic = new("image/heic", ".heic");
    private static readonly MediaType Mp4 = new("video/mp4", ".mp4");
    private static readonly MediaType Mov = new("video/quicktime", ".mov");
    private static readonly MediaType Webm = new("video/webm", ".webm");
    private static readonly MediaType Mkv = new("video/x-matroska", ".mkv");
    private static readonly MediaType M4a = new("audio/mp4", ".m4a");
    private static readonly MediaType Flac = new("audio/flac", ".flac");
    private static readonly MediaType Mp3 = new("audio/mpeg", ".mp3");
    private static readonly MediaType Wav = new("audio/wav", ".wav");
    private static readonly MediaType Ogg = new("audio/ogg", ".ogg");
    private static readonly MediaType OggVideo = new("video/ogg", ".ogv", CanShowInline: false);
    private static readonly MediaType Ts = new("video/mp2t", ".ts", CanShowInline: false);
    private static readonly MediaType Mpeg = new("video/mpeg", ".mpg", CanShowInline: false);
    private static readonly MediaType Avi = new("video/x-msvideo", ".avi", CanShowInline: false);
    private static readonly MediaType Flv = new("video/x-flv", ".flv", CanShowInline: false);
    private static readonly MediaType Asf = new("video/x-ms-asf", ".wmv", CanShowInline: false);

    private static readonly MediaType[] Unplayable = [OggVideo, Ts, Mpeg, Avi, Flv, Asf];

    /// <summary>Returns whether the type is one of those recognised here that browsers cannot play.</summary>
    public static bool IsUnplayable(string mime) => Array.Exists(Unplayable, type => type.Mime == mime);

    /// <summary>Returns the type that starts with these bytes, or null.</summary>
    public static MediaType? FindType(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        _ when head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) => Gif,
        _ when head.StartsWith("RIFF"u8) && ReadFourCc(head, 8).SequenceEqual("WEBP"u8) => Webp,
        _ when head.StartsWith("RIFF"u8) && ReadFourCc(head, 8).SequenceEqual("WAVE"u8) => Wav,
        _ when head.StartsWith("RIFF"u8) && ReadFourCc(head, 8).SequenceEqual("AVI "u8) => Avi,
        _ when ReadFourCc(head, 4).SequenceEqual("ftyp"u8) => FindIsoType(head),
        _ when head.StartsWith("OggS"u8) => head.IndexOf("theora"u8) > 0 ? OggVideo : Ogg,
        _ when head.StartsWith("FLV\u0001"u8) => Flv,
        [0, 0, 1, 0xBA, ..] => Mpeg,
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => Asf,
        _ when IsTransportStream(head, 188, 0) || IsTransportStream(head, 192, 4) => Ts,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => head.IndexOf("webm"u8) > 0 ? Webm : head.IndexOf("matroska"u8) > 0 ? Mkv : null,
        _ when head.StartsWith("fLaC"u8) => Flac,
        _ when head.StartsWith("ID3"u8) => Mp3,
        // Two letters are too few to identify a bitmap, so also require the four reserved zero bytes after the length.
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Bmp,
        [0xFF, var second, var third, ..] when IsMp3Frame(second, third) => Mp3,
        _ => null,
    };

    private static MediaType? FindIsoType(ReadOnlySpan<byte> head)
    {
        var brand = ReadFourCc(head, 8);
        if (brand.IsEmpty) return null;
        if (brand.SequenceEqual("qt  "u8)) return Mov;
        if (brand.SequenceEqual("M4A "u8)) return M4a;
        if (brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8)) return Avif;
        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8)) return Heic;

        // These brands do not name a codec; the compatible brands that follow do.
        if (brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8)) return head[16..].IndexOf("avi"u8) >= 0 ? Avif : Heic;
        return Mp4;
    }

    // Packets have a fixed length and start with the same byte; three in a row are no coincidence.
    private static bool IsTransportStream(ReadOnlySpan<byte> head, int stride, int offset) =>
        head.Length > offset + 2 * stride && head[offset] == 0x47 && head[offset + stride] == 0x47 && head[offset + 2 * stride] == 0x47;

    // Requires all eleven sync bits, and none of the reserved values of layer, bit rate and sampling rate.
    private static bool IsMp3Frame(byte second, byte third) =>
        (second & 0xE0) == 0xE0 && (second & 0x18) != 0x08 && (second & 0x06) != 0 && third >> 4 is not 0xF and not 0
        && (third & 0x0C) != 0x0C;

    private static ReadOnlySpan<byte> ReadFourCc(ReadOnlySpan<byte> head, int pos) => head.Length >= pos + 4 ? head.Slice(pos, 4) : [];
}
