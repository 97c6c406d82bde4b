namespace Sovia.Library.Urls;

/// <summary>Matches the forms of Grok URLs and extracts their IDs. A new form takes one line here.</summary>
internal static class GrokUrlPatterns
{
    private static readonly string[] Extensions =
        [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".mp4", ".webm", ".mov", ".flac", ".mp3", ".wav"];

    // The ID of a sound track is its own, not that of the video it belongs to.
    private static readonly string[] Sounds = [".flac", ".mp3", ".wav", ".m4a", ".ogg"];
    private static readonly string[] PublicFolders = ["share-images", "share-videos", "images", "videos"];

    /// <summary>Returns the kind of a URL and its ID.</summary>
    /// <param name="address">Host, path and query; the host in lower case.</param>
    public static (GrokUrlKind Kind, Guid? Id) Match(string address)
    {
        var path = address.Split('?', '#')[0];
        if (path.Contains('%', StringComparison.Ordinal)) path = Uri.UnescapeDataString(path);
        var parts = path.ToLowerInvariant().Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        var host = parts[0];
        ReadOnlySpan<string> way = Resized(parts.AsSpan(1));
        if (way is [.., var name] && Array.Exists(Sounds, sound => name.EndsWith(sound, StringComparison.Ordinal)))
            return (GrokUrlKind.Media, null);
        if (way is ["users" or "user" or "anon-users", ..] && host.EndsWith("grok.com", StringComparison.Ordinal)) return Stored(way[1..]);
        if (host is "x.com" or "twitter.com" || host.EndsWith(".x.com", StringComparison.Ordinal)
            || host.EndsWith(".twitter.com", StringComparison.Ordinal)) return OnX(way);
        if (host is "grok.com" or "www.grok.com") return OnSite(way);
        return AnyMedia(way);
    }

    // Resized images: [i/]cdn-cgi/image/{options}/ before the path of the original.
    private static ReadOnlySpan<string> Resized(ReadOnlySpan<string> way)
    {
        if (way is ["i", "cdn-cgi" or "imagine-public", ..]) way = way[1..];
        return way is ["cdn-cgi", "image", _, ..] ? way[3..] : way;
    }

    // users/{account}/{id}/content, users/{account}/generated/{id}[-part-n]/{file}, users/{account}/{id}-{file}
    private static (GrokUrlKind, Guid?) Stored(ReadOnlySpan<string> way)
    {
        if (way.Length < 2 || AccountPathNames.Contains(way[1]) || AccountPathNames.IsProfilePicture(way[^1]))
            return (GrokUrlKind.Account, null);
        var rest = way[1] is "generated" && way.Length > 2 ? way[2..] : way[1..];
        return (GrokUrlKind.Media, GuidParser.ParsePrefix(rest[0]) is { } id && id != GuidParser.Parse(way[0]) ? id : null);
    }

    private static (GrokUrlKind, Guid?) OnSite(ReadOnlySpan<string> way)
    {
        if (way.Length > 1 && way[1] is "imagine" && way[0].Length is 2 or 5) way = way[1..];
        return way switch
        {
            ["imagine", "post" or "posts" or "more", var id, ..] => (GrokUrlKind.Page, GuidParser.ParsePrefix(id)),
            ["imagine", var id, ..] when GuidParser.Parse(id) is { } bare => (GrokUrlKind.Page, bare),
            ["rest", "assets", var id, ..] => (GrokUrlKind.Page, GuidParser.Parse(id)),
            ["rest", "media", "post", var id, ..] when GuidParser.Parse(id) is { } bare => (GrokUrlKind.Page, bare),
            ["c" or "chat" or "chats", ..] or ["rest", "app-chat", ..] => (GrokUrlKind.Chat, null),
            ["share", ..] => (GrokUrlKind.Share, null),
            ["project" or "projects" or "workspace" or "workspaces" or "folder" or "folders", ..] => (GrokUrlKind.Project, null),
            ["imagine", "folder" or "folders" or "project" or "projects" or "canvas" or "collection" or "collections", ..] =>
                (GrokUrlKind.Project, null),
            ["user" or "users" or "account" or "accounts" or "profile" or "profiles", ..] => (GrokUrlKind.Account, null),
            _ => (GrokUrlKind.Other, null),
        };
    }

    private static (GrokUrlKind, Guid?) OnX(ReadOnlySpan<string> way) => way switch
    {
        ["i", "grok", "imagine", "post", var id, ..] => (GrokUrlKind.Page, GuidParser.Parse(id)),
        ["i", "grok", "imagine", var id, ..] => (GrokUrlKind.Page, GuidParser.Parse(id)),
        ["i", "grok", "share", ..] => (GrokUrlKind.Share, null),
        ["i", "grok", ..] => (GrokUrlKind.Chat, null),
        _ => (GrokUrlKind.Other, null),
    };

    // The ID is the name of the file, or of its folder.
    private static (GrokUrlKind, Guid?) AnyMedia(ReadOnlySpan<string> way)
    {
        if (way.IsEmpty) return (GrokUrlKind.Other, null);
        var isPublic = way.Length > 1 && Array.IndexOf(PublicFolders, way[^2]) >= 0;
        if (!isPublic && way[^1] is not "content" && !IsFile(way[^1])) return (GrokUrlKind.Other, null);
        if (AccountPathNames.IsProfilePicture(way[^1])) return (GrokUrlKind.Account, null);
        return (GrokUrlKind.Media, At(way, way.Length - 1) ?? At(way, way.Length - 2));
    }

    private static Guid? At(ReadOnlySpan<string> way, int at) => at < 0 || (at > 0 && AccountPathNames.Contains(way[at - 1])) ? null
        : GuidParser.ParsePrefix(way[at]) ?? (at == way.Length - 1 && GuidParser.IdPattern()
            .Matches(Nameless(way[at])) is { Count: > 0 } ids ? Guid.Parse(ids[^1].ValueSpan) : null);

    private static string Nameless(string name) => AccountPathNames.AccountIdPattern().Replace(name, "");

    private static bool IsFile(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
