using System.Text.Json;

namespace Sovia.Import;

/// <summary>A post's JSON on the walk through an item.</summary>
/// <param name="Element">Its JSON.</param>
/// <param name="Path">Where it stands in the file.</param>
/// <param name="Enclosing">The post it stands under, or null at the top.</param>
internal sealed record PostNode(JsonElement Element, string Path, PostNode? Enclosing)
{
    /// <summary>The id under which it stands, where posts stand under their ids.</summary>
    public Guid? KeyId { get; init; }
}
