using Sovia.Text;

namespace Sovia.Curation;

/// <summary>A tag in use.</summary>
/// <param name="Name">The spelling; the first in sort order if posts spell it differently.</param>
/// <param name="Key">The search key, <see cref="TagText.ToKey"/>.</param>
/// <param name="Count">The number of posts with the tag.</param>
public sealed record TagUsage(string Name, string Key, int Count)
{
    /// <summary>
    /// Returns completions, best first: tags that start with the input, then tags with a later word that starts with it. Each group is
    /// sorted by descending count.
    /// </summary>
    /// <param name="tags">The tags, sorted by descending count.</param>
    /// <param name="typed">The start of a tag; empty for any.</param>
    /// <param name="excludedKeys">Keys of tags to exclude.</param>
    /// <param name="maxCount">The maximum number of completions.</param>
    public static IReadOnlyList<TagUsage> Suggest(IReadOnlyList<TagUsage> tags, string typed, IReadOnlySet<string> excludedKeys,
        int maxCount)
    {
        var key = TagText.ToKey(typed.Trim());
        var matches = tags.Where(tag => !excludedKeys.Contains(tag.Key)).ToLookup(tag => tag.Key.StartsWith(key, StringComparison.Ordinal));
        var wordMatches = matches[false].Where(tag => tag.Key.Contains(' ' + key, StringComparison.Ordinal));
        return [.. matches[true].Concat(wordMatches).Take(maxCount)];
    }
}
