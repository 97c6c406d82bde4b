using System.Text.RegularExpressions;
using Sovia.Library.Urls;

namespace Sovia.Media.Matching.Steps;

/// <summary>Matches by the first eight digits of the post ID in the file name, or in the folder name for <c>parent</c>.</summary>
internal sealed partial class IdPrefixStep : IMatchStep
{
    public void RequestPosts(FileClues clues, PostLookupRequest request) => request.Prefixes.UnionWith(GetPrefixes(clues));

    public MatchResult Match(FileClues clues, PostLookupResult posts)
    {
        var prefixMatches = GetPrefixes(clues).SelectMany(posts.FindByIdPrefix).DistinctBy(post => post.Id).ToList();
        var sameKind = prefixMatches.Where(post => post.Kind == clues.File.Kind).ToList();
        if ((sameKind.Count > 0 ? sameKind : prefixMatches) is not { Count: > 0 } matches) return MatchResult.None;
        return matches.Count == 1 ? ChildPostResolver.Resolve(clues, matches[0], posts, "id-prefix", 0.75) : MatchResult.Ambiguous(matches);
    }

    private static IEnumerable<string> GetPrefixes(FileClues clues)
    {
        // Another step handles names with a complete ID, so parts of that ID are not used as prefixes.
        if (GuidParser.IdPattern().IsMatch(clues.Stem)) return [];
        var text = string.Equals(clues.Stem, "parent", StringComparison.OrdinalIgnoreCase) ? clues.Folder ?? "" : clues.Stem;
        return PrefixPattern().Matches(text).Select(match => match.Groups[1].Value.ToLowerInvariant()).Distinct();
    }

    [GeneratedRegex("(?:^|_)([0-9a-f]{8})(?=_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex PrefixPattern();
}
