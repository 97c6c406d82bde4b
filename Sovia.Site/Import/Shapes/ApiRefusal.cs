using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The answer to a request that was refused, saved in the place of data.</summary>
internal sealed class ApiRefusal : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Unknown;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.StartObject
        && ((head.Has("code", "status") && head.Has("message", "details", "error")) || head.Has("error.code", "error.message") || head.Holds("error", JsonTokenType.String));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonStep.Take;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) =>
        [scope.Issue(IssueCode.ApiError, item.Path, Reason(item.Element.Any("code", "status") is { ValueKind: not JsonValueKind.Undefined } code ? code : item.Element.At("error", "code")), rejected: true)];

    private static string Reason(JsonElement code) => (code.Number() is { } number ? (int)number : 0) switch
    {
        16 or 401 or 403 or 7 => "Grok refused: not signed in. The file contains no items. Sign in and save the page again.",
        8 or 429 => "Grok refused: too many requests. The file contains no items. Wait a minute and save the page again.",
        5 or 404 => "Grok did not find the page. The file contains no items.",
        _ => "This is an error message from Grok and contains no items.",
    };
}
