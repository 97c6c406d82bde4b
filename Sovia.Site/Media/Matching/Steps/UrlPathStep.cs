using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Media.Matching.Steps;

/// <summary>
/// Matches by a URL in the path, in the layout of earlier tools: <c>https_/host/path</c>. The position of the post ID depends on the kind
/// of URL.
/// </summary>
internal sealed class UrlPathStep : IMatchStep
{
    private const string Method = "address";

    public void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        if (GetUrl(clues) is not { } url) return;
        if (GrokUrl.ParsePostId(url) is { } id) request.AddPost(id, clues.File.Kind);
        if (clues.Role == FileRole.Audio) request.AudioUrls.Add(url);
    }

    public MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        if (GetUrl(clues) is not { } url) return MatchResult.None;
        if (clues.Role == FileRole.Audio && posts.FindByAudioUrl(url).ToList() is { Count: > 0 } matches)
            return matches.Count == 1 ? MatchResult.ForPost(clues, matches[0], FileRole.Audio, Method, 1) : MatchResult.Ambiguous(matches);
        if (GrokUrl.ParsePostId(url) is not { } id || posts.Find(id) is not { } post) return MatchResult.None;
        return GetRole(url, post) is { } role && (role != FileRole.Media || post.Kind == clues.File.Kind)
            ? MatchResult.ForPost(clues, post, role, Method, 1)
            : ChildPostResolver.Resolve(clues, post, posts, Method, 0.95);
    }

    // The post's own record of the URL takes precedence over the role that the file name suggests.
    private static FileRole? GetRole(string url, Post post) => IsSameUrl(url, post.MediaUrl) ? FileRole.Media
        : IsSameUrl(url, post.ThumbnailUrl) || IsSameUrl(url, post.LastFrameUrl) ? FileRole.Thumbnail
        : IsSameUrl(url, post.HdUrl) || IsSameUrl(url, post.Hd1080Url) ? FileRole.Hd
        : null;

    private static bool IsSameUrl(string url, string? postUrl) =>
        postUrl is not null && string.Equals(url, postUrl.Split('?', '#')[0], StringComparison.OrdinalIgnoreCase);

    private static string? GetUrl(FileClues clues)
    {
        var schemeIndex = clues.Segments.Select((segment, at) => (segment, at)).LastOrDefault(part => part.segment is "https_").at;
        return clues.Segments[schemeIndex] is "https_" && clues.Segments.Count > schemeIndex + 2 ? "https://"
            + string.Join('/', clues.Segments.Skip(schemeIndex + 1)) : null;
    }
}
