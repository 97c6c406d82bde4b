using System.Text.Json;

namespace Sovia.Import;

/// <summary>A post's JSON during the traversal of an item.</summary>
/// <param name="Element">The post's JSON.</param>
/// <param name="Path">The JSON path in the file.</param>
/// <param name="Enclosing">The post that it is nested in, or null at the top level.</param>
internal sealed record PostNode(JsonElement Element, string Path, PostNode? Enclosing)
{
    /// <summary>The id used as the property name, if posts are stored in a map by id.</summary>
    public Guid? KeyId { get; init; }
}
