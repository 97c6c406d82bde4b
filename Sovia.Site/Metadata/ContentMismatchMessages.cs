using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Metadata;

/// <summary>Describes the actual type of a file whose name claims to be an image, video or audio file.</summary>
internal static partial class ContentMismatchMessages
{
    private const int MinDumpLength = 32;

    private static readonly Dictionary<string, string> KindByExtension = new (string Kind, string[] Extensions)[]
    {
        ("an image", [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".heic", ".heif", ".bmp", ".jxl", ".tif", ".tiff"]),
        ("a video", [".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".flv"]),
        ("an audio file", [".mp3", ".m4a", ".wav", ".flac", ".ogg", ".aac"]),
    }.SelectMany(kind => kind.Extensions, (kind, extension) => (extension, kind.Kind)).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Containers = new()
    {
        ["video/mp2t"] = "an MPEG transport stream",
        ["video/mpeg"] = "an MPEG program stream",
        ["video/x-msvideo"] = "an AVI file",
        ["video/x-flv"] = "a Flash video",
        ["video/ogg"] = "an Ogg video",
        ["video/x-ms-asf"] = "a Windows Media file",
    };

    private static readonly (byte[] Magic, string Words)[] Signatures =
    [
        ([0x1F, 0x8B], "a gzip archive"),
        ([.. "PK"u8, 3, 4], "a ZIP archive"),
        ([.. "PK"u8, 5, 6], "a ZIP archive"),
        ([.. "Rar!"u8], "a RAR archive"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7z archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive"),
        ([0xFD, .. "7zXZ"u8], "an XZ archive"),
        ([.. "BZh"u8], "a bzip2 archive"),
        ([.. "%PDF"u8], "a PDF document"),
        ([.. "SQLite format 3"u8], "a database"),
        ([0x7F, .. "ELF"u8], "a program"),
        ([.. "MZ"u8], "a program"),
        ([.. "II*"u8, 0], "a TIFF image"),
        ([.. "MM"u8, 0, .. "*"u8], "a TIFF image"),
        ([0, 0, 0, 12, .. "JXL "u8], "a JPEG XL image"),
        ([0xFF, 0x0A], "a JPEG XL image"),
        ([.. "8BPS"u8], "a Photoshop image"),
    ];

    /// <summary>Returns whether the file name has a media extension.</summary>
    public static bool HasMediaExtension(string name) => KindByExtension.ContainsKey(Path.GetExtension(name));

    /// <summary>
    /// Returns a message such as <c>clip.mp4 is a web page, not a video.</c> Returns null if the name claims no media type, or if the
    /// content is of the claimed kind.
    /// </summary>
    /// <param name="name">The file's name.</param>
    /// <param name="type">The type detected from the first bytes.</param>
    /// <param name="head">The first bytes, up to <see cref="MediaType.LongHeaderLength"/>.</param>
    public static string? DescribeMismatch(string name, MediaType type, ReadOnlySpan<byte> head)
    {
        if (!KindByExtension.TryGetValue(Path.GetExtension(name), out var kind)) return null;
        if (head.IsEmpty) return $"{name} is empty.";
        if (type == MediaType.Unknown) return $"{name} is {DescribeContent(head)}, not {kind}.";
        if (Containers.TryGetValue(type.Mime, out var container))
        {
            if (Path.GetExtension(name).Equals(type.Extension, StringComparison.OrdinalIgnoreCase)) return null;
            return kind == "a video" ? $"{name} is {container}." : $"{name} is {container}, not {kind}.";
        }

        var actualKind = type.Mime.Split('/')[0] switch { "image" => "an image", "video" => "a video", _ => "an audio file" };
        return actualKind == kind ? null : $"{name} is {actualKind} ({type.Mime}), not {kind}.";
    }

    /// <summary>Explains why an intact video is not shown; null for a type that browsers play.</summary>
    /// <param name="type">The type detected from the first bytes.</param>
    /// <param name="isDecoded">Whether ffprobe found a video stream.</param>
    public static string? DescribeUnplayable(MediaType type, bool isDecoded) => !Containers.TryGetValue(type.Mime, out var container) ? null
        : isDecoded ? $"This is {container}: ffmpeg can play it, but browsers can't." : $"This is {container}, which browsers can't play.";

    private static string DescribeContent(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, description) in Signatures)
            if (head.StartsWith(magic)) return description;
        if (!head.ContainsAnyExcept((byte)0)) return "filled with zeros";
        return DecodeText(head) is { } text ? DescribeText(text) : "of an unknown type";
    }

    private static string DescribeText(string text)
    {
        if (WebPageRegex().IsMatch(text)) return "a web page";
        if (SvgRegex().IsMatch(text)) return "an SVG drawing";
        if (text is ['<', ..]) return "an XML file";
        if (JsonRegex().IsMatch(text)) return "a JSON file";
        if (text.StartsWith("#EXTM3U", StringComparison.Ordinal)) return "a playlist (M3U)";
        if (text.StartsWith("data:", StringComparison.Ordinal)) return "a data URL";
        return HexDumpRegex().IsMatch(text) || (text.Length >= MinDumpLength && HexRegex().IsMatch(text)) ? "a hex dump"
            : text.Length >= MinDumpLength && Base64Regex().IsMatch(text) ? "Base64 text"
            : "a text file";
    }

    /// <summary>Decodes the beginning of a text; null if the bytes contain NUL, or too many invalid or control characters.</summary>
    private static string? DecodeText(ReadOnlySpan<byte> head)
    {
        var text = head.StartsWith<byte>([0xFF, 0xFE]) ? Encoding.Unicode.GetString(head[2..])
            : head.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(head[2..])
            : Encoding.UTF8.GetString(head);
        var invalid = text.Count(letter => letter is '\uFFFD' || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\f')));
        // Tolerates a character cut off at the end, and the few invalid bytes of a page in a legacy encoding.
        return invalid > text.Length / 20 + 1 || text.Contains('\0', StringComparison.Ordinal) ? null : text.TrimStart('\uFEFF').Trim();
    }

    [GeneratedRegex(@"^(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|script|title|meta|div|p|h1)\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex WebPageRegex();

    [GeneratedRegex(@"^(?:<!--.*?-->\s*|<\?xml[^>]*>\s*|<!doctype\s+svg[^>]*>\s*)*<svg\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex SvgRegex();

    [GeneratedRegex(@"^(?:\{\s*(?:""|\}|\z)|\[\s*(?:[\[{""\d\]tfn-]|\z))")]
    private static partial Regex JsonRegex();

    // "00000000: 0000 0018 6674 7970" as written by xxd, and similar lines of hexdump and od.
    [GeneratedRegex(@"^(?:0x)?[0-9A-Fa-f]{6,16}:?(?:\s{1,3}[0-9A-Fa-f]{2,4}){4}")]
    private static partial Regex HexDumpRegex();

    [GeneratedRegex(@"^(?:0x)?[0-9A-Fa-f\s,:]+\z")]
    private static partial Regex HexRegex();

    [GeneratedRegex(@"^[A-Za-z0-9+/_\r\n-]+={0,2}\z")]
    private static partial Regex Base64Regex();
}
