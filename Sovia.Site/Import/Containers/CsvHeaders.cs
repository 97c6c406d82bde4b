using System.Buffers;

namespace Sovia.Import.Containers;

/// <summary>
/// Normalises the headings of tables. One name has many spellings, <c>Media URL</c>, <c>MEDIA_URL</c>, <c>media-url</c>; the export readers
/// know only the spelling used here.
/// </summary>
internal static class CsvHeaders
{
    // Headings of ids and URLs.
    private static readonly string[] Telling = ["id", "uuid", "link", "url", "mediaUrl", "media_url", "post_id", "postId", "assetId",
        "videoUrl"];

    private static readonly string[] Others =
    [
        "prompt", "originalPrompt", "original_prompt", "title", "model", "modelName", "mode", "date", "type", "ts", "create_time",
        "createTime", "createdAt", "created_at", "addedAt", "mediaType", "media_type", "mimeType",
        "thumbnail", "thumbnailImageUrl", "isChild", "parentId", "rootId", "originalPostId", "isLiked", "isUploaded", "conversationId",
        "userId", "user_id", "file", "kind", "source", "width", "height", "duration", "tags",
    ];

    private static readonly SearchValues<char> JsonSigns = SearchValues.Create("\"{}[]:\\");

    private static readonly Dictionary<string, string> Meant = Spellings();

    /// <summary>Returns the name as the export readers spell it; an unknown one trimmed.</summary>
    public static string Normalise(string heading)
    {
        var name = heading.Trim().Trim('\uFEFF', '"', '\'').Trim();
        // A heading with such characters is a piece of JSON.
        if (name.AsSpan().ContainsAny(JsonSigns)) return name;
        return Telling.Contains(name, StringComparer.Ordinal) || Others.Contains(name, StringComparer.Ordinal) ? name
            : Meant.GetValueOrDefault(Plain(name)) ?? name;
    }

    /// <summary>True for the headings of a table of posts: one identifies the post, another describes it.</summary>
    public static bool ArePostHeaders(IEnumerable<string> headings)
    {
        var names = headings.Select(Normalise).ToList();
        return names.Exists(name => Telling.Contains(name, StringComparer.OrdinalIgnoreCase))
            && names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Count(name => Telling.Contains(name, StringComparer.OrdinalIgnoreCase)
                || Others.Contains(name, StringComparer.OrdinalIgnoreCase)) > 1;
    }

    private static Dictionary<string, string> Spellings()
    {
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["POSTUUID"] = "uuid",
            ["GUID"] = "uuid",
            ["MEDIAID"] = "postId",
            ["IMAGEID"] = "postId",
            ["VIDEOID"] = "postId",
            ["LINKS"] = "link",
            ["POST"] = "link",
            ["POSTURL"] = "link",
            ["POSTLINK"] = "link",
            ["PERMALINK"] = "link",
            ["PAGEURL"] = "link",
            ["SHARELINK"] = "link",
            ["SHAREURL"] = "link",
            ["URLS"] = "url",
            ["ADDRESS"] = "url",
            ["HREF"] = "url",
            ["IMAGEURL"] = "mediaUrl",
            ["IMAGELINK"] = "mediaUrl",
            ["MEDIALINK"] = "mediaUrl",
            ["DOWNLOADURL"] = "mediaUrl",
            ["PROMPTS"] = "prompt",
            ["PROMPTTEXT"] = "prompt",
            ["CREATED"] = "createdAt",
            ["CREATIONTIME"] = "createdAt",
            ["CREATIONDATE"] = "createdAt",
            ["DATECREATED"] = "createdAt",
            ["CREATEDDATE"] = "createdAt",
            ["TIME"] = "date",
            ["TIMESTAMP"] = "ts",
            ["DATETIME"] = "date",
            ["PARENT"] = "parentId",
            ["PARENTPOSTID"] = "parentId",
            ["LIKED"] = "isLiked",
            ["FAVORITE"] = "isLiked",
            ["THUMBNAILURL"] = "thumbnail",
        };
        foreach (var name in Telling.Concat(Others)) spellings.TryAdd(Plain(name), name);
        return spellings;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
