using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The state of the maker's page as a script saved it: objects in which posts stand under their ids (<c>byId</c>, <c>favoritesById</c>).</summary>
internal sealed class StoreDump : IExportReader
{
    private const int Deepest = 6;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.StartObject && head.Places.Any(place => IsPost(place)
        && (head.Has($"{place}.mediaUrl", $"{place}.mediaType", $"{place}.createTime")));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => token switch
    {
        JsonTokenType.StartObject when IsPost(place) => JsonStep.Take,
        JsonTokenType.StartObject when place.AsSpan().Count('.') < Deepest && !place.Contains("[]", StringComparison.Ordinal) => JsonStep.Enter,
        JsonTokenType.StartArray when place.EndsWith("{id}", StringComparison.Ordinal) => JsonStep.Enter,
        _ => JsonStep.Skip,
    };

    private static bool IsPost(string place) => place.EndsWith("{id}", StringComparison.Ordinal) || place.EndsWith("{id}[]", StringComparison.Ordinal);
}
