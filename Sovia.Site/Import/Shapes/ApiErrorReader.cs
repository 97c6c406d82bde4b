using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>An API error response, saved instead of data.</summary>
internal sealed class ApiErrorReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Unknown;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.Token == JsonTokenType.StartObject
        && ((outline.HasAny("code", "status") && outline.HasAny("message", "details", "error"))
            || outline.HasAny("error.code", "error.message")
            || outline.HasToken("error", JsonTokenType.String));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => JsonValueAction.ReadItem;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [context.CreateIssue(IssueCode.ApiError, item.Path,
            GetReason(item.Element.GetFirst("code", "status") is { ValueKind: not JsonValueKind.Undefined } code ? code
                : item.Element.GetPath("error", "code")), rejected: true)];

    private static string GetReason(JsonElement code) => (code.GetDoubleOrNull() is { } number ? (int)number : 0) switch
    {
        16 or 401 or 403 or 7 => "Grok refused: not signed in. The file contains no items. Sign in and save the page again.",
        8 or 429 => "Grok refused: too many requests. The file contains no items. Wait a minute and save the page again.",
        5 or 404 => "Grok did not find the page. The file contains no items.",
        _ => "This is an error message from Grok and contains no items.",
    };
}
