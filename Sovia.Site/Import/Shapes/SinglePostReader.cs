using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>One post in each value: the sidecar file of a download, or a line of a file with one post per line.</summary>
internal sealed class SinglePostReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.Token == JsonTokenType.StartObject && (outline.HasAny("mediaUrl", "media_url")
        || (outline.HasAny("id") && outline.HasAny("mediaType", "media_type", "childPosts", "createTime", "create_time", "prompt", "link",
            "originalPostId")));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => JsonValueAction.ReadItem;
}
