using System.Buffers.Binary;
using System.Text;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Containers;

/// <summary>The tags of a video: iTunes' own (<c>©cmt</c>), its free-form ones, and those named in a list of keys, as ffmpeg writes them.</summary>
internal static class TagList
{
    private const int MostKeys = 512;

    public static void Read(BoundedFile file, Box list, Box keys, Findings found)
    {
        var names = Keys(file, keys);
        foreach (var item in Box.In(file, list))
        {
            var key = Name(item.Type);
            var index = BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(item.Type));
            if (index >= 1 && index <= names.Count) key = names[(int)index - 1];
            foreach (var part in Box.In(file, item))
                // Four bytes of flags, and before a tag's data four more of locale.
                if (part.Type == "name" && item.Type == "----" && part.Content(file) is { Length: > 4 } name) key = TextBytes.Decode(name.AsSpan(4));
                else if (part.Type == "data" && part.Content(file) is { Length: > 8 } data && IsText(data)) found.Add("tag", key, TextBytes.Decode(data.AsSpan(8)));
        }
    }

    /// <summary>A tag's everyday name.</summary>
    public static string Name(string type) => type switch
    {
        "\u00A9cmt" => "comment",
        "desc" or "ldes" or "\u00A9des" => "description",
        "\u00A9nam" => "title",
        "\u00A9ART" => "artist",
        "\u00A9too" or "\u00A9swr" => "encoder",
        _ => type,
    };

    // Kind 1 is UTF-8 and 0 is anything; the rest are pictures and numbers.
    private static bool IsText(byte[] data) => BinaryPrimitives.ReadUInt32BigEndian(data) is 0 or 1;

    private static List<string> Keys(BoundedFile file, Box keys)
    {
        List<string> names = [];
        if (keys.Length <= 8) return names;
        foreach (var key in Box.In(file, keys, skip: 8).Take(MostKeys))
        {
            var name = key.Content(file) is { } bytes ? TextBytes.Decode(bytes) : "";
            // Apple's keys are "com.apple.quicktime.comment".
            names.Add(name.StartsWith("com.", StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : name);
        }

        return names;
    }
}
