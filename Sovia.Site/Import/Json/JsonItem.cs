using System.Text.Json;
using Sovia.Library;

namespace Sovia.Import.Json;

/// <summary>One result of reading a file: an item to normalise, an issue, or a media file.</summary>
/// <param name="Path">The JSON path in the file, <c>$.posts[3]</c>.</param>
/// <param name="Element">The item as normalised JSON, in the names of Grok's API; undefined for an issue or a media file.</param>
/// <param name="Issue">The issue of this part of the file.</param>
internal sealed record JsonItem(string Path, JsonElement Element, ImportIssue? Issue = null)
{
    /// <summary>The item in its source's own form if <see cref="Element"/> was normalised; stored as the raw form.</summary>
    public JsonElement? OriginalElement { get; init; }

    /// <summary>The name of the file; for a member of an archive not the submitted file.</summary>
    public string File { get; init; } = "";

    /// <summary>The kind of source.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>When the source was captured, if known.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>True for an item of a list of liked posts, which may omit that they are liked.</summary>
    public bool ListedAsLiked { get; init; }

    /// <summary>A media file embedded in the file.</summary>
    public ExtractedMedia? Media { get; init; }

    /// <summary>The document that owns the item's memory, if it can be released after normalisation.</summary>
    public PooledJsonDocument? PooledDocument { get; init; }

    /// <summary>Returns this item with normalised JSON.</summary>
    public JsonItem WithNormalised(JsonElement restated) => this with { Element = restated, OriginalElement = Element };
}
