using Sovia.Text;

namespace Sovia.Curation;

/// <summary>A tag that some post bears.</summary>
/// <param name="Name">As it was first written.</param>
/// <param name="Key">What it is found by, <see cref="TagText.ToKey"/>.</param>
/// <param name="Count">How many posts bear it.</param>
public sealed record TagUsage(string Name, string Key, int Count)
{
    /// <summary>
    /// Those that fit what is being typed, the likeliest first: tags that begin so, then tags of which a word does; of each, the commonest
    /// first.
    /// </summary>
    /// <param name="tags">The commonest first.</param>
    /// <param name="typed">The beginning of a tag; empty for any.</param>
    /// <param name="without">Keys of tags that are not offered.</param>
    /// <param name="most">How many at the most.</param>
    public static IReadOnlyList<TagUsage> Suggest(IReadOnlyList<TagUsage> tags, string typed, IReadOnlySet<string> without, int most)
    {
        var key = TagText.ToKey(typed.Trim());
        var fitting = tags.Where(tag => !without.Contains(tag.Key)).ToLookup(tag => tag.Key.StartsWith(key, StringComparison.Ordinal));
        var inside = fitting[false].Where(tag => tag.Key.Contains(' ' + key, StringComparison.Ordinal));
        return [.. fitting[true].Concat(inside).Take(most)];
    }
}
