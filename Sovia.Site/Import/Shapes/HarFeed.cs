using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>The kind of list that a request in a HAR file asks for.</summary>
/// <param name="IsLiked">True for a list of the user's likes: its posts are liked even if they do not state it.</param>
/// <param name="IsPublic">True for a list of other people's posts.</param>
/// <param name="IsSingle">True for posts requested by id.</param>
internal sealed record HarFeed(bool IsLiked = false, bool IsPublic = false, bool IsSingle = false)
{
    /// <summary>Returns the kind of list that was requested, or null if the response contains no posts.</summary>
    /// <param name="path">The URL's path.</param>
    /// <param name="request">The body of the request, or null.</param>
    public static HarFeed? FromRequest(string path, string? request)
    {
        if (path.StartsWith("/rest/media/post/list", StringComparison.Ordinal)) return ParseListRequest(request);
        if (path.StartsWith("/rest/media/post/get", StringComparison.Ordinal)
            || path.StartsWith("/rest/media/post/bulk-get", StringComparison.Ordinal)) return new(IsSingle: true);
        return path == "/rest/assets" || path.StartsWith("/rest/assets/", StringComparison.Ordinal)
            || path.StartsWith("/rest/app-chat/conversations/", StringComparison.Ordinal) ? new() : null;
    }

    // Any other source counts as public, because Grok responds to an unknown one with the public feed.
    private static HarFeed ParseListRequest(string? request)
    {
        var filter = request is null ? default : ImportJsonExtensions.ParseOrDefault(request).GetPath("filter");
        if (filter.GetPath("folderId").GetStringOrNull() is { Length: > 0 } || filter.GetPath("source").GetStringOrNull() is not { } source)
            return new();
        return source.Contains("LIKED", StringComparison.OrdinalIgnoreCase) ? new(IsLiked: true)
            : new(IsPublic: !source.Contains("OWNED", StringComparison.OrdinalIgnoreCase)
                && !source.Contains("CHARACTER", StringComparison.OrdinalIgnoreCase));
    }
}
