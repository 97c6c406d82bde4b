using System.Text.Json.Serialization;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>Models with the number of posts each made.</summary>
internal sealed record ModelsJson(IReadOnlyList<ModelJson> Models);

/// <summary>A model with the number of posts it made.</summary>
internal sealed record ModelJson(string Name, int Count);

/// <summary>Totals with the property names of 8xSovia's API.</summary>
internal sealed record TotalsJson(
    [property: JsonPropertyName("totalItems")] long TotalItems, [property: JsonPropertyName("totalVideos")] long TotalVideos,
        [property: JsonPropertyName("likedItems")] long LikedItems, IReadOnlyList<ModelJson> Models);

// Used for the schema only.
/// <summary>Search results.</summary>
internal sealed record SearchResultsJson(string Query, IReadOnlyList<MediaPostJson> Results, int Count);

/// <summary>The requested IDs that exist in the library.</summary>
internal sealed record ExistingIdsJson(IReadOnlyList<Guid> ExistingIds);

/// <summary>Whether a post is liked.</summary>
internal sealed record LikeJson(Guid Id, bool LikeStatus);

/// <summary>A page of a query: posts, or families with all their members.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page; null on the last page.</param>
/// <param name="Total">The total number of items of the query.</param>
internal sealed record QueryPageJson(IEnumerable<object> Items, string? Next, int Total);

/// <summary>An annotation after a change.</summary>
/// <param name="Id">The post.</param>
/// <param name="Annotation">The whole annotation.</param>
/// <param name="Changed">The number of changed posts: 1, or 0 if the annotation already had the requested values.</param>
/// <param name="Batch">ID of the batch, for undo; null if nothing changed.</param>
internal sealed record AnnotationResultJson(Guid Id, AnnotationJson Annotation, int Changed, Guid? Batch);

/// <summary>A page of the history.</summary>
/// <param name="Items">Batches, newest first.</param>
/// <param name="Next">The <c>before</c> parameter of the next page; null on the last page.</param>
internal sealed record BatchesJson(IEnumerable<BatchJson> Items, Guid? Next);

/// <summary>A batch with fields that it skipped.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Left">The first of the skipped fields.</param>
/// <param name="LeftNext">The <c>left_after</c> parameter of the next page; null on the last page.</param>
internal sealed record BatchDetailsJson(BatchJson Batch, IReadOnlyList<SkippedField> Left, long? LeftNext);

/// <summary>The result of a change or an undo.</summary>
/// <param name="Batch">The batch; null if nothing changed.</param>
/// <param name="Selected">The number of selected posts.</param>
/// <param name="Changed">The number of changed posts.</param>
/// <param name="Left">Fields that were skipped, because a collection is locked or, for an undo, because they were changed since.</param>
internal sealed record ChangeResultJson(BatchJson? Batch, int Selected, int Changed, IReadOnlyList<SkippedField> Left);

/// <summary>A message, and the ID of the batch to undo, if any.</summary>
internal sealed record MessageJson(string Message, Guid? Batch = null);

/// <summary>A collection that a post is in.</summary>
internal sealed record NamedCollectionJson(Guid Id, string Name);

/// <summary>A preview of an import.</summary>
/// <param name="ExistingPosts">Number of root posts already in the library.</param>
/// <param name="NewPosts">Number of new root posts.</param>
/// <param name="ExistingChildPosts">Number of posts made from others that are already in the library.</param>
/// <param name="NewChildPosts">Number of new posts made from others.</param>
/// <param name="ValidFiles">Posts whose files are saved on this server.</param>
/// <param name="MissingFiles">URLs of files that are not saved on this server.</param>
/// <param name="CanImport">Whether there is anything to import, even if files are missing.</param>
/// <param name="Rejected">The number of items that cannot be imported.</param>
/// <param name="Issues">The issues of items.</param>
internal sealed record ImportCheckJson(
    int ExistingPosts, int NewPosts, int ExistingChildPosts, int NewChildPosts, int ValidFiles, IReadOnlyList<string> MissingFiles,
    bool CanImport, int Rejected, IReadOnlyList<ImportJson.Issue> Issues);

/// <summary>The health of the site and its dependencies.</summary>
internal sealed record HealthJson(string Status, string Database, string Redis);

/// <summary>The user of the library.</summary>
internal sealed record UserJson(Guid Id, string Username, string? Email);
