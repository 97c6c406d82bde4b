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
        foreach (var node in PostTraversal.EnumeratePosts(item))
        {
            var isTopLevel = node.Enclosing is null && node.Path == item.Path;
            Guid? enclosingId = node.Enclosing is { } outer && ids.TryGetValue(outer, out var outerId) ? outerId : null;
            var readPost = PostReader.Read(node.Element, (code, reason) => issues(new(code, file, node.Path, reason)), node.KeyId,
                enclosingId);
            if (readPost is null)
            {
                issues(new(IssueCode.NoId, file, node.Path, DescribeMissingId(node.Element), Rejected: true));
                continue;
            }
            var post = PostLimits.Apply(readPost,
                (name, message) =>
                issues(new(name == nameof(Post.CreatedAt) ? IssueCode.TimeInvalid : IssueCode.OutOfBounds, file, node.Path, message)));
            ids[node] = post.Id;
            var enclosing = enclosingId != post.Id ? enclosingId : null;
            if (enclosing is not null && post.ParentId is { } statedParent && statedParent != enclosing)
                issues(new(IssueCode.ParentMismatch, file, node.Path,
                    $"Listed under {enclosing}, but made from {statedParent}. Sovia uses the latter."));
            var original = isTopLevel ? item.OriginalElement : null;
            var sourceRecord = new SourceRecord
            {
                Raw = CanonicalJson.Serialize(original ?? node.Element),
                NormalisedJson = original is null ? null : CanonicalJson.Serialize(node.Element),
                Kind = item.Kind,
                SeenAt = item.ObservedAt is { } observedAt ? Microseconds.Truncate(observedAt) : null,
                Parent = post.ParentId,
                Enclosing = enclosing,
                ListedAsLiked = isTopLevel && item.ListedAsLiked,
            };
            yield return new(SourceRecordConverter.ToPost(sourceRecord, post), enclosing, node.Path);
        }
    }

    private static string DescribeMissingId(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? "The item has no ID, and none of its URLs ends with one."
        : $"This is {DescribeKind(element.ValueKind)}, not an object that describes a post.";

    private static string DescribeKind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Array => "a list",
        JsonValueKind.Null => "null",
        _ => "a yes or no",
    };
}
