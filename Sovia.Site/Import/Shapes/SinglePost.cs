using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>One post a value: the sidecar of a download, or a line of a list with a post a line.</summary>
internal sealed class SinglePost : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.StartObject && (head.Has("mediaUrl", "media_url")
        || (head.Has("id") && head.Has("mediaType", "media_type", "childPosts", "createTime", "create_time", "prompt", "link", "originalPostId")));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonStep.Take;
}
