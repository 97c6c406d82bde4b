using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import.Json;

/// <summary>One thing found in a file: an item to normalise, or an issue or media in its stead.</summary>
/// <param name="Path">Where it stood, <c>$.posts[3]</c>.</param>
/// <param name="Element">The item in the words of the maker's API; undefined where there is an issue or media.</param>
/// <param name="Issue">What was wrong with this stretch of the file.</param>
internal sealed record JsonItem(string Path, JsonElement Element, ImportIssue? Issue = null)
{
    /// <summary>The item as its source worded it, where <see cref="Element"/> is a restatement; kept as the raw form.</summary>
    public JsonElement? OriginalElement { get; init; }

    /// <summary>The file it stood in, which for a member of an archive is not the file handed over.</summary>
    public string File { get; init; } = "";

    /// <summary>What kind of source states it.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>When the source was taken, where it says so.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>True for an item of a list of liked posts, which need not repeat that they are liked.</summary>
    public bool ListedAsLiked { get; init; }

    /// <summary>Bytes that stood in the file.</summary>
    public ExtractedMedia? Media { get; init; }

    /// <summary>What holds its bytes, where nothing else looks at them: to be released once the item has been normalised.</summary>
    public PooledJsonDocument? PooledDocument { get; init; }

    /// <summary>This item in the words of the maker's API.</summary>
    public JsonItem WithNormalised(JsonElement restated) => this with { Element = restated, OriginalElement = Element };
}
