using System.Globalization;
using System.Text.RegularExpressions;
using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>
/// Resolves the post that a file name mentions to the post that the file belongs to. Tools name videos after the image they were made from;
/// length in bytes or duration then tells the videos apart. If neither does, no guess is made.
/// </summary>
internal static partial class ChildPostResolver
{
    private const double DurationTolerance = 0.3; // seconds, because containers round durations

    /// <summary>Returns the post itself if the media types agree, otherwise the only child that fits.</summary>
    /// <param name="clues">The clues about the file.</param>
    /// <param name="post">The post the file name mentions.</param>
    /// <param name="posts">The posts to look up children in.</param>
    /// <param name="method">How the post was found.</param>
    /// <param name="confidence">Confidence from 0 to 1.</param>
    /// <param name="mayBeParent">Whether the name may mean the parent even if the types agree.</param>
    /// <param name="place">Position of the file among the post's videos, from 1, if the name has one.</param>
    public static MatchResult Resolve(FileClues clues, Post post, PostLookupResult posts, string method, double confidence,
        bool mayBeParent = false, int? place = null)
    {
        if (clues.Role is not (FileRole.Media or FileRole.Hd)) return MatchResult.ForPost(clues, post, clues.Role, method, confidence);
        var isSameKind = post.Kind == MediaKind.Unknown || post.Kind == clues.File.Kind;
        if (isSameKind && !mayBeParent) return MatchResult.ForPost(clues, post, clues.Role, method, confidence);
        var children = posts.GetChildren(post.Id).Where(child => child.Kind == clues.File.Kind).ToList();
        foreach (var (isMatch, criterion) in new (Func<Post, bool>, string)[]
            { (child => FindStatedLength(child) == clues.File.Length, "size"), (child => HasSameDuration(child, clues.File), "duration") })
        {
            if (isSameKind && isMatch(post)) return MatchResult.ForPost(clues, post, clues.Role, method, confidence);
            var matching = children.Where(isMatch).ToList();
            if (matching.Count == 1) return MatchResult.ForPost(clues, matching[0], clues.Role, $"{criterion}-among-children", 0.85);
            if (matching.Count > 1) children = matching;
        }
        if (isSameKind)
            return children.Any(child => FindStatedLength(child) == clues.File.Length || HasSameDuration(child, clues.File))
                ? MatchResult.Ambiguous(children) : MatchResult.ForPost(clues, post, clues.Role, method, confidence);
        if (children.Count == 1) return MatchResult.ForPost(clues, children[0], clues.Role, "only-child", 0.8);
        if (place is { } position && position >= 1 && position <= children.Count)
            return MatchResult.ForPost(clues, children[position - 1], clues.Role, "place-among-children", 0.5);
        if (children.Count > 1) return MatchResult.Ambiguous(children);
        // An image named after a video is a thumbnail of that video.
        return post.Kind == MediaKind.Video && clues.File.Kind == MediaKind.Image
            ? MatchResult.ForPost(clues, post, FileRole.Thumbnail, method, confidence * 0.7) : MatchResult.None;
    }

    private static bool HasSameDuration(Post post, MediaFile file) =>
        post.Duration is { } expected && file.Properties?.Duration is { } actual && Math.Abs(expected - actual) <= DurationTolerance;

    /// <summary>Returns the length in bytes that a source stated, or null.</summary>
    private static long? FindStatedLength(Post post)
    {
        foreach (var raw in post.Raw)
            if (Size().Match(raw) is { Success: true } match) return long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return null;
    }

    [GeneratedRegex(@"""(?:sizeBytes|size_bytes|fileSize)"":""?(\d{1,15})\b")]
    private static partial Regex Size();
}
