namespace Sovia.Library.Urls;

/// <summary>Matches the forms of Grok URLs and extracts their IDs. A new form takes one line here.</summary>
internal static class GrokUrlPatterns
{
    private static readonly string[] MediaExtensions =
        [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".mp4", ".webm", ".mov", ".flac", ".mp3", ".wav"];

    // An audio file has an ID of its own, different from its video's ID.
    private static readonly string[] AudioExtensions = [".flac", ".mp3", ".wav", ".m4a", ".ogg"];
    private static readonly string[] PublicFolders = ["share-images", "share-videos", "images", "videos"];

    /// <summary>Returns the kind of a URL and its ID.</summary>
    /// <param name="address">Host, path and query; the host in lower case.</param>
    public static (GrokUrlKind Kind, Guid? Id) Match(string address)
    {
        var path = address.Split('?', '#')[0];
        if (path.Contains('%', StringComparison.Ordinal)) path = Uri.UnescapeDataString(path);
        var parts = path.ToLowerInvariant().Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        var host = parts[0];
        ReadOnlySpan<string> segments = SkipResizing(parts.AsSpan(1));
        if (segments is [.., var name] && Array.Exists(AudioExtensions, extension => name.EndsWith(extension, StringComparison.Ordinal)))
            return (GrokUrlKind.Media, null);
        if (segments is ["users" or "user" or "anon-users", ..] && host.EndsWith("grok.com", StringComparison.Ordinal)) return MatchStored(segments[1..]);
        if (host is "x.com" or "twitter.com" || host.EndsWith(".x.com", StringComparison.Ordinal)
            || host.EndsWith(".twitter.com", StringComparison.Ordinal)) return MatchX(segments);
        if (host is "grok.com" or "www.grok.com") return MatchSite(segments);
        return MatchMedia(segments);
    }

    // Resized images: [i/]cdn-cgi/image/{options}/ before the path of the original.
    private static ReadOnlySpan<string> SkipResizing(ReadOnlySpan<string> segments)
    {
        if (segments is ["i", "cdn-cgi" or "imagine-public", ..]) segments = segments[1..];
        return segments is ["cdn-cgi", "image", _, ..] ? segments[3..] : segments;
    }

    // users/{account}/{id}/content, users/{account}/generated/{id}[-part-n]/{file}, users/{account}/{id}-{file}
    private static (GrokUrlKind, Guid?) MatchStored(ReadOnlySpan<string> segments)
    {
        if (segments.Length < 2 || AccountPathNames.Contains(segments[1]) || AccountPathNames.IsProfilePicture(segments[^1]))
            return (GrokUrlKind.Account, null);
        var idSegments = segments[1] is "generated" && segments.Length > 2 ? segments[2..] : segments[1..];
        return (GrokUrlKind.Media, GuidParser.ParsePrefix(idSegments[0]) is { } id && id != GuidParser.Parse(segments[0]) ? id : null);
    }

    private static (GrokUrlKind, Guid?) MatchSite(ReadOnlySpan<string> segments)
    {
        if (segments.Length > 1 && segments[1] is "imagine" && segments[0].Length is 2 or 5) segments = segments[1..];
        return segments switch
        {
            ["imagine", "post" or "posts" or "more", var id, ..] => (GrokUrlKind.Page, GuidParser.ParsePrefix(id)),
            ["imagine", var id, ..] when GuidParser.Parse(id) is { } postId => (GrokUrlKind.Page, postId),
            ["rest", "assets", var id, ..] => (GrokUrlKind.Page, GuidParser.Parse(id)),
            ["rest", "media", "post", var id, ..] when GuidParser.Parse(id) is { } postId => (GrokUrlKind.Page, postId),
            ["c" or "chat" or "chats", ..] or ["rest", "app-chat", ..] => (GrokUrlKind.Chat, null),
            ["share", ..] => (GrokUrlKind.Share, null),
            ["project" or "projects" or "workspace" or "workspaces" or "folder" or "folders", ..] => (GrokUrlKind.Project, null),
            ["imagine", "folder" or "folders" or "project" or "projects" or "canvas" or "collection" or "collections", ..] =>
                (GrokUrlKind.Project, null),
            ["user" or "users" or "account" or "accounts" or "profile" or "profiles", ..] => (GrokUrlKind.Account, null),
            _ => (GrokUrlKind.Other, null),
        };
    }

    private static (GrokUrlKind, Guid?) MatchX(ReadOnlySpan<string> segments) => segments switch
    {
        ["i", "grok", "imagine", "post", var id, ..] => (GrokUrlKind.Page, GuidParser.Parse(id)),
        ["i", "grok", "imagine", var id, ..] => (GrokUrlKind.Page, GuidParser.Parse(id)),
        ["i", "grok", "share", ..] => (GrokUrlKind.Share, null),
        ["i", "grok", ..] => (GrokUrlKind.Chat, null),
        _ => (GrokUrlKind.Other, null),
    };

    // The ID is the name of the file, or of its folder.
    private static (GrokUrlKind, Guid?) MatchMedia(ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty) return (GrokUrlKind.Other, null);
        var isPublic = segments.Length > 1 && Array.IndexOf(PublicFolders, segments[^2]) >= 0;
        if (!isPublic && segments[^1] is not "content" && !IsFile(segments[^1])) return (GrokUrlKind.Other, null);
        if (AccountPathNames.IsProfilePicture(segments[^1])) return (GrokUrlKind.Account, null);
        return (GrokUrlKind.Media, FindId(segments, segments.Length - 1) ?? FindId(segments, segments.Length - 2));
    }

    private static Guid? FindId(ReadOnlySpan<string> segments, int index) => index < 0
        || (index > 0 && AccountPathNames.Contains(segments[index - 1])) ? null
        : GuidParser.ParsePrefix(segments[index]) ?? (index == segments.Length - 1 && GuidParser.IdPattern()
            .Matches(RemoveAccountIds(segments[index])) is { Count: > 0 } ids ? Guid.Parse(ids[^1].ValueSpan) : null);

    private static string RemoveAccountIds(string name) => AccountPathNames.AccountIdPattern().Replace(name, "");

    private static bool IsFile(string name) =>
        Array.Exists(MediaExtensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
