using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Any other JSON: whatever in it looks like a post, not too deep down, is taken for one and the run says so.</summary>
internal sealed class Guess : IExportReader
{
    private const int Deepest = 12;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool IsGuess => true;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => true;

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head)
    {
        if (place.AsSpan().Count('.') + place.AsSpan().Count("[]") > Deepest) return JsonStep.Skip;
        if (token == JsonTokenType.StartArray) return JsonStep.Enter;
        if (token != JsonTokenType.StartObject) return JsonStep.Skip;
        return head is null ? JsonStep.Look : LooksLikeAPost(head) ? JsonStep.Take : JsonStep.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) =>
    [
        .. scope.Once(IssueCode.Heuristic, item.Path, "Unrecognised format. Everything that looks like an item was imported. Check the result."),
        .. AssetPost.Is(item) ? AssetPost.Read(item, scope) : [item],
    ];

    private static bool LooksLikeAPost(JsonHead head) => head.Has("assetId")
        ? head.Has("key")
        : Guid.TryParse(head.Text("id"), out _) && head.Has("mediaUrl", "mediaType", "media_url", "media_type");
}
