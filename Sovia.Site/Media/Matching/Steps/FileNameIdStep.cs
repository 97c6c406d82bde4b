using System.Globalization;
using System.Text.RegularExpressions;
using Sovia.Library;

namespace Sovia.Media.Matching.Steps;

/// <summary>
/// Matches by the post ID in the file name. <c>grok-video-{id}</c> and <c>{id}_video_{n}</c> name the image the video was made from.
/// </summary>
internal sealed partial class FileNameIdStep : IMatchStep
{
    private const string Method = "uuid-in-name";

    public void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        foreach (var id in GetIds(clues)) request.AddPost(id, clues.File.Kind);
        if (IsGrokVideoName(clues)) request.Parents.UnionWith(GetIds(clues));
    }

    public MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        var namedPosts = GetIds(clues).Select(posts.Find).OfType<Post>().DistinctBy(post => post.Id).ToList();
        return namedPosts.Count switch
        {
            0 => MatchResult.None,
            1 => ChildPostResolver.Resolve(clues, namedPosts[0], posts, Method, 0.95, IsGrokVideoName(clues), GetPosition(clues)),
            _ => MatchResult.Ambiguous(namedPosts),
        };
    }

    // The cache of an earlier tool puts the user's ID first; only the ID after "generated" is a post.
    private static IEnumerable<Guid> GetIds(FileClues clues) =>
        PathIdParser.ParseName(GeneratedIdPattern().Match(clues.Stem) is { Success: true } match ? match.Groups[1].Value : clues.Stem);

    private static bool IsGrokVideoName(FileClues clues) =>
        clues.File.Kind == MediaKind.Video && clues.Stem.StartsWith("grok-video-", StringComparison.OrdinalIgnoreCase);

    private static int? GetPosition(FileClues clues) =>
        Video().Match(clues.Stem) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("generated[-_]([0-9a-f-]{32,36})", RegexOptions.IgnoreCase)]
    private static partial Regex GeneratedIdPattern();

    [GeneratedRegex(@"_video_(\d{1,4})(?:_[HS]D)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Video();
}
