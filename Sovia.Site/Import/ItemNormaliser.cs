using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Import;

/// <summary>Converts an item of a file into posts, and reports the issues found on the way.</summary>
internal static class ItemNormaliser
{
    /// <summary>Returns the posts of an item. A post that cannot be read does not prevent its children from being imported.</summary>
    /// <param name="item">An item without an issue.</param>
    /// <param name="file">The name of its file.</param>
    /// <param name="issues">Called with each issue.</param>
    public static IEnumerable<IncomingPost> NormaliseItem(JsonItem item, string file, Action<ImportIssue> issues)
    {
        file = item.File.Length > 0 ? item.File : file;
        var ids = new Dictionary<PostNode, Guid>(ReferenceEqualityComparer.Instance);
        foreach (var walked in PostTraversal.EnumeratePosts(item))
        {
            var isTop = walked.Enclosing is null && walked.Path == item.Path;
            Guid? under = walked.Enclosing is { } outer && ids.TryGetValue(outer, out var outerId) ? outerId : null;
            var stated = PostReader.Read(walked.Element, (code, reason) => issues(new(code, file, walked.Path, reason)), walked.KeyId,
                under);
            if (stated is null)
            {
                issues(new(IssueCode.NoId, file, walked.Path, Reason(walked.Element), Rejected: true));
                continue;
            }
            var post = PostLimits.Apply(stated,
                (name, words) =>
                issues(new(name == nameof(Post.CreatedAt) ? IssueCode.TimeInvalid : IssueCode.OutOfBounds, file, walked.Path, words)));
            ids[walked] = post.Id;
            var enclosing = under != post.Id ? under : null;
            if (enclosing is not null && post.ParentId is { } named && named != enclosing)
                issues(new(IssueCode.ParentMismatch, file, walked.Path,
                    $"Listed under {enclosing}, but made from {named}. Sovia uses the latter."));
            var restated = isTop ? item.OriginalElement : null;
            var sourceRecord = new SourceRecord
            {
                Raw = CanonicalJson.Serialize(restated ?? walked.Element),
                Restated = restated is null ? null : CanonicalJson.Serialize(walked.Element),
                Kind = item.Kind,
                SeenAt = item.ObservedAt is { } at ? Microseconds.Truncate(at) : null,
                Parent = post.ParentId,
                Enclosing = enclosing,
                Listed = isTop && item.ListedAsLiked,
            };
            yield return new(SourceRecordConverter.ToPost(sourceRecord, post), enclosing, walked.Path);
        }
    }

    private static string Reason(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? "The item has no ID, and none of its URLs ends with one."
        : $"This is {Article(element.ValueKind)}, not an object that describes a post.";

    private static string Article(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => "a yes or no",
    };
}
