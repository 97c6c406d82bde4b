using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Addresses or ids of posts and nothing else: a download history, a pasted list, what a saved page points at.</summary>
internal sealed class LinkList : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.String
        ? SourceUrl.IdIn(head.Text("")) is not null
        : head.Holds("[]", JsonTokenType.String) && head.Text("[]") is { } first && (SourceUrl.IdIn(first) is not null || first.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => token == JsonTokenType.StartArray && place.Length == 0 ? JsonStep.Enter : JsonStep.Take;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        if (item.Element.Text()?.Trim() is not { } text) return [item];
        if (!Guid.TryParse(text, out var id) && (SourceUrl.Clean(text) is null || SourceUrl.IdIn(text) is not { } named || (id = named) == default))
            return [scope.Issue(IssueCode.NoId, item.Path, "It is no id, and no address of the maker's with an id in it.", rejected: true)];
        using var restated = new Restatement();
        return [item with { Element = restated.Set("id", id.ToString()).Set(SourceUrl.IsMedia(text) ? "mediaUrl" : "link", text).Done() }];
    }
}
