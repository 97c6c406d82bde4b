using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// One shape in which posts are handed over. It holds no state: it tells where in such a file the items stand, and what one of them
/// says in the words of the maker's API. A new shape is a new file and a line in <see cref="ExportReaders"/>.
/// </summary>
internal interface IExportReader
{
    /// <summary>What kind of source it is.</summary>
    SourceKind Kind { get; }

    /// <summary>True for the shape that takes whatever looks like a post: a list in it promises nothing.</summary>
    bool IsHeuristic => false;

    /// <summary>True where items hold whole files as text, so that a long text is no attack.</summary>
    bool HasEmbeddedFiles => false;

    /// <summary>Whether a value that begins so has this shape.</summary>
    bool CanRead(JsonOutline head);

    /// <summary>What to do with the value at a place: object, list, or anything that stands in a list or at the root.</summary>
    /// <param name="place">The way there, <c>log.entries[]</c>; empty for the whole value.</param>
    /// <param name="token">What it is.</param>
    /// <param name="head">What it begins with; null until asked for by <see cref="JsonValueAction.Peek"/>.</param>
    JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head);

    /// <summary>What a taken item states: posts, issues, media.</summary>
    IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) => [item];
}
