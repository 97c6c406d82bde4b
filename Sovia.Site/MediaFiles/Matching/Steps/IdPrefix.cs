using System.Text.RegularExpressions;
using Sovia.Library.Addresses;

namespace Sovia.MediaFiles.Matching.Steps;

/// <summary>The name holds the first eight digits of the post's id; for <c>parent</c> the folder does.</summary>
internal sealed partial class IdPrefix : IMatchStep
{
    public void Ask(FileClues clues, PostQuestions questions) => questions.Prefixes.UnionWith(PrefixesOf(clues));

    public Finding Answer(FileClues clues, PostsAtHand posts)
    {
        var named = PrefixesOf(clues).SelectMany(posts.WithPrefix).DistinctBy(post => post.Id).ToList();
        var fitting = named.Where(post => post.Kind == clues.File.Kind).ToList();
        if ((fitting.Count > 0 ? fitting : named) is not { Count: > 0 } left) return Finding.None;
        return left.Count == 1 ? Offspring.Of(clues, left[0], posts, "id-prefix", 0.75) : Finding.Unsure(left);
    }

    private static IEnumerable<string> PrefixesOf(FileClues clues)
    {
        // A name with a whole id in it was another step's; its parts are not looked at.
        if (IdText.Anywhere().IsMatch(clues.Stem)) return [];
        var text = string.Equals(clues.Stem, "parent", StringComparison.OrdinalIgnoreCase) ? clues.Folder ?? "" : clues.Stem;
        return Prefixes().Matches(text).Select(match => match.Groups[1].Value.ToLowerInvariant()).Distinct();
    }

    [GeneratedRegex("(?:^|_)([0-9a-f]{8})(?=_|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Prefixes();
}
