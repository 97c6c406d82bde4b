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
    public bool CanRead(JsonOutline outline) => outline.HasAny("pack[].text") || outline.HasToken("[]", JsonTokenType.String)
        || (outline.HasAny("[].text") && !outline.HasAny("[].id", "[].url", "[].href", "[].link", "[].permalink", "[].mediaUrl", "[].uuid"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        pathPattern.EndsWith("[]", StringComparison.Ordinal) ? JsonValueAction.ReadItem : JsonValueAction.Enter;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        context.CreateIssueOnce(IssueCode.UnknownShape, "$", "This is a list of prompts without items.")
        .Select(issue => issue with { Issue = issue.Issue! with { Rejected = true } });
}
