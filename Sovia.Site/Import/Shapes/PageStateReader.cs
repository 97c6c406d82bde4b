using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// The state of Grok's web page as saved by a script: objects that map ids to posts (<c>byId</c>, <c>favoritesById</c>).
/// </summary>
internal sealed class PageStateReader : IExportReader
{
    private const int MaxDepth = 6;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) =>
        outline.Token == JsonTokenType.StartObject && outline.PathPatterns.Any(pattern => IsPost(pattern)
        && (outline.HasAny($"{pattern}.mediaUrl", $"{pattern}.mediaType", $"{pattern}.createTime")));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => token switch
    {
        JsonTokenType.StartObject when IsPost(pathPattern) => JsonValueAction.ReadItem,
        JsonTokenType.StartObject when pathPattern.AsSpan().Count('.') < MaxDepth
            && !pathPattern.Contains("[]", StringComparison.Ordinal) =>
            JsonValueAction.Enter,
        JsonTokenType.StartArray when pathPattern.EndsWith("{id}", StringComparison.Ordinal) => JsonValueAction.Enter,
        _ => JsonValueAction.Skip,
    };

    private static bool IsPost(string pattern) =>
        pattern.EndsWith("{id}", StringComparison.Ordinal) || pattern.EndsWith("{id}[]", StringComparison.Ordinal);
}
