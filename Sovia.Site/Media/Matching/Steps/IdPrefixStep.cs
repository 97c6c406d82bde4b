using System.Text.RegularExpressions;
using Sovia.Library.Urls;

namespace Sovia.Media.Matching.Steps;

/// <summary>Matches by the first eight digits of the post ID in the file name, or in the folder name for <c>parent</c>.</summary>
internal sealed partial class IdPrefixStep : IMatchStep
{
    public void RequestPosts(FileClues clues, PostLookupRequest questions) => questions.Prefixes.UnionWith(GetPrefixes(clues));

    public MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        var named = GetPrefixes(clues).SelectMany(posts.FindByIdPrefix).DistinctBy(post => post.Id).ToList();
        var fitting = named.Where(post => post.Kind == clues.File.Kind).ToList();
        if ((fitting.Count > 0 ? fitting : named) is not { Count: > 0 } left) return MatchResult.None;
        return left.Count == 1 ? ChildPostResolver.Resolve(clues, left[0], posts, "id-prefix", 0.75) : MatchResult.Ambiguous(left);
    }

    private static IEnumerable<string> GetPrefixes(FileClues clues)
    {
        // Another step handles names with a complete ID, so parts of that ID are not used as prefixes.
        if (GuidParser.IdPattern().IsMatch(clues.Stem)) return [];
        var text = string.Equals(clues.Stem, "parent", StringComparison.OrdinalIgnoreCase) ? clues.Folder ?? "" : clues.Stem;
        return Prefixes().Matches(text).Select(match => match.Groups[1].Value.ToLowerInvariant()).Distinct();
    }

    [GeneratedRegex("(?:^|_)([0-9a-f]{8})(?=_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixes();
}
