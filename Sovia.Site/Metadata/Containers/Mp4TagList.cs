using System.Buffers.Binary;
using System.Text;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Containers;

/// <summary>
/// Reads the tags of a video: iTunes tags (<c>©cmt</c>), free-form tags, and tags named in a list of keys, as ffmpeg writes them.
/// </summary>
internal static class Mp4TagList
{
    private const int MaxKeys = 512;

    public static void Read(BoundedFileReader file, IsoBox list, IsoBox keys, EmbeddedTexts texts)
    {
        var names = ReadKeyNames(file, keys);
        foreach (var item in IsoBox.ReadBoxes(file, list))
        {
            var key = GetFriendlyName(item.Type);
            var index = BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(item.Type));
            if (index >= 1 && index <= names.Count) key = names[(int)index - 1];
            foreach (var part in IsoBox.ReadBoxes(file, item))
                // Data is preceded by four bytes of flags, and in a tag by four more of locale.
                if (part.Type == "name" && item.Type == "----" && part.ReadContent(file) is { Length: > 4 } name)
                    key = TextDecoder.Decode(name.AsSpan(4));
                else if (part.Type == "data" && part.ReadContent(file) is { Length: > 8 } data && IsText(data))
                    texts.Add("tag", key, TextDecoder.Decode(data.AsSpan(8)));
        }
    }

    /// <summary>Returns the common name of a tag.</summary>
    public static string GetFriendlyName(string type) => type switch
    {
        "\u00A9cmt" => "comment",
        "desc" or "ldes" or "\u00A9des" => "description",
        "\u00A9nam" => "title",
        "\u00A9ART" => "artist",
        "\u00A9too" or "\u00A9swr" => "encoder",
        _ => type,
    };

    // Type 1 is UTF-8 and type 0 is unspecified; all others are images and numbers.
    private static bool IsText(byte[] data) => BinaryPrimitives.ReadUInt32BigEndian(data) is 0 or 1;

    private static List<string> ReadKeyNames(BoundedFileReader file, IsoBox keys)
    {
        List<string> names = [];
        if (keys.Length <= 8) return names;
        foreach (var key in IsoBox.ReadBoxes(file, keys, skip: 8).Take(MaxKeys))
        {
            var name = key.ReadContent(file) is { } bytes ? TextDecoder.Decode(bytes) : "";
            // Apple's keys have a prefix, as in "com.apple.quicktime.comment".
            names.Add(name.StartsWith("com.", StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : name);
        }

        return names;
    }
}
