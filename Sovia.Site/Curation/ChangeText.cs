using System.Globalization;

namespace Sovia.Curation;

/// <summary>Describes changes for the user.</summary>
internal static class ChangeText
{
    /// <summary>Returns a sentence without full stop, such as <c>Tagged 214 posts with sea</c>, with one part per changed field.</summary>
    /// <param name="change">The requested change.</param>
    /// <param name="tally">The number of actually changed posts, by field.</param>
    public static string Describe(Change change, IReadOnlyDictionary<string, int> tally)
    {
        // Restoring clears the expiry as well, so only the restore is described.
        bool ShouldDescribe(string name) => tally.ContainsKey(name) && !(name == AnnotationField.Expired && tally.ContainsKey("trashed"));
        List<string> parts = [.. AnnotationField.All.Where(field => ShouldDescribe(field.Name))
            .Select(field => DescribeField(field.Name, change, Format(tally[field.Name])))];
        return string.Join("; ", parts.Select((part, index) => index == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));
    }

    private static string DescribeField(string field, Change change, string posts) => field switch
    {
        "liked" => change.Liked == true ? $"Liked {posts}" : $"Unliked {posts}",
        "rating" => change.Rating == 0 ? $"Removed the rating from {posts}"
            : $"Rated {posts} {change.Rating} {(change.Rating == 1 ? "star" : "stars")}",
        "tags" => DescribeTags(change, posts),
        "collections" => DescribeCollections(change, posts),
        "note" => change.Note is "" ? $"Removed the note from {posts}" : $"Added a note to {posts}",
        "title" => change.Title is "" ? $"Removed the title from {posts}" : $"Set the title of {posts} to {change.Title}",
        "hidden" => change.Hidden == true ? $"Hid {posts}" : $"Unhid {posts}",
        AnnotationField.Expired => $"Cleared {posts} from the trash",
        _ => change.Trashed == true ? $"Moved {posts} to the trash" : $"Restored {posts}",
    };

    private static string DescribeTags(Change change, string posts) => change switch
    {
        { Tags: [] } => $"Removed all tags from {posts}",
        { Tags: { } tags } => $"Tagged {posts} with {FormatList(tags)} only",
        { AddTags: { Count: > 0 } added, RemoveTags: { Count: > 0 } removed } =>
            $"Tagged {posts} with {FormatList(added)} and removed {FormatList(removed)}",
        { AddTags: { Count: > 0 } added } => $"Tagged {posts} with {FormatList(added)}",
        _ => $"Removed {FormatList(change.RemoveTags ?? [])} from {posts}",
    };

    private static string DescribeCollections(Change change, string posts) => change switch
    {
        { Collect: { Count: > 0 } into, Uncollect: { Count: > 0 } outOf } => $"Moved {posts} from {JoinNames(outOf)} to {JoinNames(into)}",
        { Collect: { Count: > 0 } into } => $"Added {posts} to {JoinNames(into)}",
        _ => $"Removed {posts} from {JoinNames(change.Uncollect ?? [])}",
    };

    private static string JoinNames(IEnumerable<CollectionReference> collections) => FormatList([.. collections.Select(c => c.Name)]);

    private static string FormatList(IReadOnlyList<string> tags) => string.Join(", ", tags.Take(5)) + (tags.Count > 5 ? " and others" : "");

    private static string Format(int count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "item" : "items")}");
}
