using System.Buffers;

namespace Sovia.Import.Containers;

/// <summary>
/// Normalises the headings of tables. One name has many spellings, <c>Media URL</c>, <c>MEDIA_URL</c>, <c>media-url</c>; the export readers
/// know only the spelling used here.
/// </summary>
internal static class CsvHeaders
{
    // Headings of ids and URLs.
    private static readonly string[] IdHeadings = ["id", "uuid", "link", "url", "mediaUrl", "media_url", "post_id", "postId", "assetId",
        "videoUrl"];

    private static readonly string[] OtherHeadings =
    [
        "prompt", "originalPrompt", "original_prompt", "title", "model", "modelName", "mode", "date", "type", "ts", "create_time",
        "createTime", "createdAt", "created_at", "addedAt", "mediaType", "media_type", "mimeType",
        "thumbnail", "thumbnailImageUrl", "isChild", "parentId", "rootId", "originalPostId", "isLiked", "isUploaded", "conversationId",
        "userId", "user_id", "file", "kind", "source", "width", "height", "duration", "tags",
    ];

    private static readonly SearchValues<char> JsonCharacters = SearchValues.Create("\"{}[]:\\");

    private static readonly Dictionary<string, string> CanonicalNames = CreateCanonicalNames();

    /// <summary>Returns the heading in the spelling of the export readers; an unknown heading is only trimmed.</summary>
    public static string Normalise(string heading)
    {
        var name = heading.Trim().Trim('\uFEFF', '"', '\'').Trim();
        // A heading with such characters is a piece of JSON.
        if (name.AsSpan().ContainsAny(JsonCharacters)) return name;
        return IdHeadings.Contains(name, StringComparer.Ordinal) || OtherHeadings.Contains(name, StringComparer.Ordinal) ? name
            : CanonicalNames.GetValueOrDefault(ToLookupKey(name)) ?? name;
    }

    /// <summary>True for the headings of a table of posts: at least one identifies the post and at least one more is known.</summary>
    public static bool ArePostHeaders(IEnumerable<string> headings)
    {
        var names = headings.Select(Normalise).ToList();
        return names.Exists(name => IdHeadings.Contains(name, StringComparer.OrdinalIgnoreCase))
            && names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Count(name => IdHeadings.Contains(name, StringComparer.OrdinalIgnoreCase)
                || OtherHeadings.Contains(name, StringComparer.OrdinalIgnoreCase)) > 1;
    }

    private static Dictionary<string, string> CreateCanonicalNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
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
        foreach (var name in IdHeadings.Concat(OtherHeadings)) names.TryAdd(ToLookupKey(name), name);
        return names;
    }

    private static string ToLookupKey(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
