using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Prompts without posts: packs and saved prompts of tools. There is nothing in them for a gallery, and they are told apart to say so.</summary>
internal sealed class PromptList : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Unknown;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Has("pack[].text") || head.Holds("[]", JsonTokenType.String)
        || (head.Has("[].text") && !head.Has("[].id", "[].url", "[].mediaUrl", "[].uuid"));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => place.EndsWith("[]", StringComparison.Ordinal) ? JsonStep.Take : JsonStep.Enter;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) =>
        scope.Once(IssueCode.UnknownShape, "$", "This is a list of prompts without items.").Select(issue => issue with { Issue = issue.Issue! with { Rejected = true } });
}
