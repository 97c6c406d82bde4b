using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Addresses;

namespace Sovia.Import.Shapes;

/// <summary>Addresses or ids of posts and nothing else: a download history, a pasted list, what a saved page points at.</summary>
internal sealed class LinkList : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.String
        ? PostAddress.Read(head.Text("")).Kind != AddressKind.None
        : head.Holds("[]", JsonTokenType.String) && head.Text("[]") is { } first
            && (PostAddress.Read(first).Kind != AddressKind.None || first.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => token == JsonTokenType.StartArray && place.Length == 0 ? JsonStep.Enter : JsonStep.Take;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        if (item.Element.Text()?.Trim() is not { } text) return [item];
        var address = PostAddress.Read(text);
        if (address.Id is not { } id) return [scope.Issue(IssueCode.NoId, item.Path, $"{address.Description} {Excerpt(text)}", rejected: true)];
        using var restated = new Restatement();
        return [item with { Element = restated.Set("id", id.ToString()).Set(address.Kind == AddressKind.Media ? "mediaUrl" : "link", address.Url).Done() }];
    }

    // What follows the address's path may be a signature, and is nobody's business.
    private static string Excerpt(string text) => text.Split('?')[0] is { Length: > 120 } path ? path[..120] + "…" : text.Split('?')[0];
}
