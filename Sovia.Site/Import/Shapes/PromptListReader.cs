using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// Prompts without posts: packs and saved prompts of tools. They contain nothing for a gallery, and are recognised only to report that.
/// </summary>
internal sealed class PromptListReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Unknown;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => head.HasAny("pack[].text") || head.HasToken("[]", JsonTokenType.String)
        || (head.HasAny("[].text") && !head.HasAny("[].id", "[].url", "[].mediaUrl", "[].uuid"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) =>
        place.EndsWith("[]", StringComparison.Ordinal) ? JsonValueAction.ReadItem : JsonValueAction.Enter;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
        scope.CreateIssueOnce(IssueCode.UnknownShape, "$", "This is a list of prompts without items.")
        .Select(issue => issue with { Issue = issue.Issue! with { Rejected = true } });
}
