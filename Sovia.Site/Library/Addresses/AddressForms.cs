namespace Sovia.Library.Addresses;

/// <summary>The forms of the maker's addresses, each with the place where its id stands. A further form is a further line here.</summary>
internal static class AddressForms
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".mp4", ".webm", ".mov", ".flac", ".mp3", ".wav"];
    private static readonly string[] PublicFolders = ["share-images", "share-videos", "images", "videos"];

    /// <summary>The kind of an address and its id.</summary>
    /// <param name="address">Host, path and query; the host in lower case.</param>
    public static (AddressKind Kind, Guid? Id) Read(string address)
    {
        var path = address.Split('?', '#')[0];
        if (path.Contains('%', StringComparison.Ordinal)) path = Uri.UnescapeDataString(path);
        var parts = path.ToLowerInvariant().Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        var host = parts[0];
        ReadOnlySpan<string> way = Resized(parts.AsSpan(1));
        if (way is ["users" or "user" or "anon-users", ..] && host.EndsWith("grok.com", StringComparison.Ordinal)) return Stored(way[1..]);
        if (host is "x.com" or "twitter.com" || host.EndsWith(".x.com", StringComparison.Ordinal) || host.EndsWith(".twitter.com", StringComparison.Ordinal)) return OnX(way);
        if (host is "grok.com" or "www.grok.com") return OnSite(way);
        return AnyMedia(way);
    }

    // Pictures of another size: [i/]cdn-cgi/image/{options}/ before the way to the original.
    private static ReadOnlySpan<string> Resized(ReadOnlySpan<string> way)
    {
        if (way is ["i", "cdn-cgi" or "imagine-public", ..]) way = way[1..];
        return way is ["cdn-cgi", "image", _, ..] ? way[3..] : way;
    }

    // users/{account}/{id}/content, users/{account}/generated/{id}[-part-n]/{file}, users/{account}/{id}-{file}
    private static (AddressKind, Guid?) Stored(ReadOnlySpan<string> way)
    {
        if (way.Length < 2 || OwnerNames.Has(way[1]) || OwnerNames.IsPortrait(way[^1])) return (AddressKind.Account, null);
        var rest = way[1] is "generated" && way.Length > 2 ? way[2..] : way[1..];
        return (AddressKind.Media, IdText.Leading(rest[0]) is { } id && id != IdText.Of(way[0]) ? id : null);
    }

    private static (AddressKind, Guid?) OnSite(ReadOnlySpan<string> way)
    {
        if (way.Length > 1 && way[1] is "imagine" && way[0].Length is 2 or 5) way = way[1..];
        return way switch
        {
            ["imagine", "post" or "posts" or "more", var id, ..] => (AddressKind.Page, IdText.Leading(id)),
            ["imagine", var id, ..] when IdText.Of(id) is { } bare => (AddressKind.Page, bare),
            ["rest", "assets", var id, ..] => (AddressKind.Page, IdText.Of(id)),
            ["rest", "media", "post", var id, ..] when IdText.Of(id) is { } bare => (AddressKind.Page, bare),
            ["c" or "chat" or "chats", ..] or ["rest", "app-chat", ..] => (AddressKind.Chat, null),
            ["share", ..] => (AddressKind.Share, null),
            ["project" or "projects" or "workspace" or "workspaces" or "folder" or "folders", ..] => (AddressKind.Project, null),
            ["imagine", "folder" or "folders" or "project" or "projects" or "canvas" or "collection" or "collections", ..] => (AddressKind.Project, null),
            ["user" or "users" or "account" or "accounts" or "profile" or "profiles", ..] => (AddressKind.Account, null),
            _ => (AddressKind.Other, null),
        };
    }

    private static (AddressKind, Guid?) OnX(ReadOnlySpan<string> way) => way switch
    {
        ["i", "grok", "imagine", "post", var id, ..] => (AddressKind.Page, IdText.Of(id)),
        ["i", "grok", "imagine", var id, ..] => (AddressKind.Page, IdText.Of(id)),
        ["i", "grok", "share", ..] => (AddressKind.Share, null),
        ["i", "grok", ..] => (AddressKind.Chat, null),
        _ => (AddressKind.Other, null),
    };

    // The id is the file's name, or the folder's that the file lies in.
    private static (AddressKind, Guid?) AnyMedia(ReadOnlySpan<string> way)
    {
        if (way.IsEmpty) return (AddressKind.Other, null);
        var isPublic = way.Length > 1 && Array.IndexOf(PublicFolders, way[^2]) >= 0;
        if (!isPublic && way[^1] is not "content" && !IsFile(way[^1])) return (AddressKind.Other, null);
        if (OwnerNames.IsPortrait(way[^1])) return (AddressKind.Account, null);
        return (AddressKind.Media, At(way, way.Length - 1) ?? At(way, way.Length - 2));
    }

    private static Guid? At(ReadOnlySpan<string> way, int at) => at < 0 || (at > 0 && OwnerNames.Has(way[at - 1])) ? null
        : IdText.Leading(way[at]) ?? (at == way.Length - 1 && IdText.Anywhere().Matches(Nameless(way[at])) is { Count: > 0 } ids ? Guid.Parse(ids[^1].ValueSpan) : null);

    private static string Nameless(string name) => OwnerNames.InName().Replace(name, "");

    private static bool IsFile(string name) => Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
