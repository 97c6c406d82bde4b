using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>What was asked of the site in one exchange of a recording.</summary>
/// <param name="IsLiked">A list of what the viewer liked: what stands in it is liked, also where it does not say so.</param>
/// <param name="IsPublic">A list of strangers' posts.</param>
/// <param name="IsSingle">Posts asked for by their ids.</param>
internal sealed record HarFeed(bool IsLiked = false, bool IsPublic = false, bool IsSingle = false)
{
    /// <summary>What an address was asked for, or null where its answer holds no posts.</summary>
    /// <param name="path">The address without host and query.</param>
    /// <param name="request">The body of the request, or null.</param>
    public static HarFeed? FromRequest(string path, string? request)
    {
        if (path.StartsWith("/rest/media/post/list", StringComparison.Ordinal)) return List(request);
        if (path.StartsWith("/rest/media/post/get", StringComparison.Ordinal)
            || path.StartsWith("/rest/media/post/bulk-get", StringComparison.Ordinal)) return new(IsSingle: true);
        return path == "/rest/assets" || path.StartsWith("/rest/assets/", StringComparison.Ordinal)
            || path.StartsWith("/rest/app-chat/conversations/", StringComparison.Ordinal) ? new() : null;
    }

    // The site answers a source that it does not know with the public feed.
    private static HarFeed List(string? request)
    {
        var filter = request is null ? default : ImportJsonExtensions.ParseOrDefault(request).GetPath("filter");
        if (filter.GetPath("folderId").GetStringOrNull() is { Length: > 0 } || filter.GetPath("source").GetStringOrNull() is not { } source)
            return new();
        return source.Contains("LIKED", StringComparison.OrdinalIgnoreCase) ? new(IsLiked: true)
            : new(IsPublic: !source.Contains("OWNED", StringComparison.OrdinalIgnoreCase)
                && !source.Contains("CHARACTER", StringComparison.OrdinalIgnoreCase));
    }
}
