using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import;

/// <summary>Turns an item of a file into the posts it states, and the issues met on the way.</summary>
internal static class Normalise
{
    /// <summary>Everything an item states. A post that cannot be read does not keep its children out.</summary>
    /// <param name="item">An item without an issue.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="sourceIndex">The item's number in its file.</param>
    /// <param name="issues">Called with each issue.</param>
    public static IEnumerable<Incoming> Item(JsonItem item, string file, int sourceIndex, Action<ImportIssue> issues)
    {
        file = item.File.Length > 0 ? item.File : file;
        var ids = new Dictionary<WalkedPost, Guid>(ReferenceEqualityComparer.Instance);
        foreach (var walked in PostWalk.In(item))
        {
            var isTop = walked.Enclosing is null && walked.Path == item.Path;
            var post = PostReader.Read(walked, isTop ? sourceIndex : null, (code, reason) => issues(new(code, file, walked.Path, reason)));
            if (post is null)
            {
                issues(new(IssueCode.NoId, file, walked.Path, Reason(walked.Element), Rejected: true));
                continue;
            }
            if (isTop && item.Statement is { } statement) post = post with { Raw = [RawJson.Of(statement)] };
            if (isTop && item.ListedAsLiked) post = post with { Liked = post.Liked ?? true };
            ids[walked] = post.Id;
            Guid? enclosing = walked.Enclosing is { } outer && ids.TryGetValue(outer, out var outerId) && outerId != post.Id ? outerId : null;
            if (enclosing is not null && post.ParentId is { } stated && stated != enclosing)
                issues(new(IssueCode.ParentMismatch, file, walked.Path, $"It stands under {enclosing} and says that it was made from {stated}; the latter counts."));
            yield return new(post with { ParentId = post.ParentId ?? enclosing }, enclosing, walked.Path) { Kind = item.Kind, ObservedAt = item.ObservedAt };
        }
    }

    private static string Reason(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? "It has no id, and none of its addresses ends on one."
        : $"It is {Article(element.ValueKind)} and not an object with a post's facts.";

    private static string Article(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => "a yes or no",
    };
}
