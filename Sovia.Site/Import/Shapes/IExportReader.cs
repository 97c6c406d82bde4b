using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// Reads one export format. Stateless: states where in a file the items are, and converts an item to the names of Grok's API. To add a
/// format, add a file and a line in <see cref="ExportReaders"/>.
/// </summary>
internal interface IExportReader
{
    /// <summary>The kind of source.</summary>
    SourceKind Kind { get; }

    /// <summary>True for the reader that accepts anything that looks like a post, so the lists it enters may not be posts.</summary>
    bool IsHeuristic => false;

    /// <summary>True if items contain whole files as text, so that long texts are allowed.</summary>
    bool HasEmbeddedFiles => false;

    /// <summary>True if a value with this outline has this format.</summary>
    bool CanRead(JsonOutline outline);

    /// <summary>Returns the action for a value: an object, an array, or any value in an array or at the root.</summary>
    /// <param name="pathPattern">The path pattern, <c>log.entries[]</c>; empty for the root.</param>
    /// <param name="token">The type of the value.</param>
    /// <param name="outline">The outline of the value; null until requested by <see cref="JsonValueAction.Peek"/>.</param>
    JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline);

    /// <summary>Converts an item into posts, issues and media files.</summary>
    IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) => [item];
}
