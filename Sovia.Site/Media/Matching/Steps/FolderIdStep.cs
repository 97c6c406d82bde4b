using System.Text.RegularExpressions;

namespace Sovia.Media.Matching.Steps;

/// <summary>Matches by the post ID in the name of the containing folder, as in <c>{id}/content</c>.</summary>
internal sealed partial class FolderIdStep : IMatchStep
{
    public void RequestPosts(FileClues clues, PostLookupRequest request)
    {
        if (GetId(clues) is { } id) request.AddPost(id, clues.File.Kind);
    }

    public MatchResult Match(FileClues clues, PostLookupResult posts) => GetId(clues) is { } id && posts.Find(id) is { } post
        ? ChildPostResolver.Resolve(clues, post, posts, "uuid-in-folder", GenericNamePattern().IsMatch(clues.Stem) ? 0.9 : 0.6)
        : MatchResult.None;

    private static Guid? GetId(FileClues clues) => PathIdParser.ParseFolder(clues.Segments);

    // Generic file names, for which only the folder identifies the post.
    [GeneratedRegex(@"^(?:content(?: \d+)?|image|original_image|preview_image|thumbnail|(?:generated_)?video(?:_hd)?|generated_audio)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex GenericNamePattern();
}
