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
    public bool CanRead(JsonOutline head) => head.Token == JsonTokenType.StartObject && (head.HasAny("mediaUrl", "media_url")
        || (head.HasAny("id") && head.HasAny("mediaType", "media_type", "childPosts", "createTime", "create_time", "prompt", "link",
            "originalPostId")));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => JsonValueAction.ReadItem;
}
