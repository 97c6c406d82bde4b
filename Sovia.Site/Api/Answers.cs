using System.Text.Json.Serialization;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>Models with how many posts each made.</summary>
internal sealed record ModelsJson(IReadOnlyList<ModelJson> Models);

/// <summary>A model with how many posts it made.</summary>
internal sealed record ModelJson(string Name, int Count);

/// <summary>The figures of 8xSovia's API, under the names that they have there.</summary>
internal sealed record TotalsJson(
    [property: JsonPropertyName("totalItems")] long TotalItems, [property: JsonPropertyName("totalVideos")] long TotalVideos,
        [property: JsonPropertyName("likedItems")] long LikedItems, IReadOnlyList<ModelJson> Models);

/// <summary>What a search found.</summary>
internal sealed record SearchResultsJson(string Query, IReadOnlyList<MediaPostJson> Results, int Count);

/// <summary>Those of some ids that the library has.</summary>
internal sealed record ExistingIdsJson(IReadOnlyList<Guid> ExistingIds);

/// <summary>Whether a post is liked.</summary>
internal sealed record LikeJson(Guid Id, bool LikeStatus);

/// <summary>A page of a query: families with all that was made from each, or posts.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The cursor of the next page; null at the end.</param>
/// <param name="Total">How many items the query has.</param>
internal sealed record QueryPageJson(IEnumerable<object> Items, string? Next, int Total);

/// <summary>An annotation after a change of it.</summary>
/// <param name="Id">The post.</param>
/// <param name="Annotation">All of its annotation.</param>
/// <param name="Changed">How many posts changed: 1, or 0 where it was like that before.</param>
/// <param name="Batch">The batch to undo it by; null where nothing changed.</param>
internal sealed record AnnotationResultJson(Guid Id, AnnotationJson Annotation, int Changed, Guid? Batch);

/// <summary>A page of the history.</summary>
/// <param name="Items">Batches, the newest first.</param>
/// <param name="Next">What <c>before</c> is on the next page; null at the end.</param>
internal sealed record BatchesJson(IEnumerable<BatchJson> Items, Guid? Next);

/// <summary>A batch with fields that it left as they were.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Left">The first of those fields.</param>
/// <param name="LeftNext">What <c>left_after</c> is further on; null at the end.</param>
internal sealed record BatchDetailsJson(BatchJson Batch, IReadOnlyList<SkippedField> Left, long? LeftNext);

/// <summary>What came of a change or an undo.</summary>
/// <param name="Batch">The batch that it made; null where nothing changed.</param>
/// <param name="Selected">How many posts were meant.</param>
/// <param name="Changed">How many posts changed.</param>
/// <param name="Left">Of an undo: fields that were changed again since, and stay.</param>
internal sealed record ChangeResultJson(BatchJson? Batch, int Selected, int Changed, IReadOnlyList<SkippedField> Left);

/// <summary>A sentence, and the batch to undo by where there is one.</summary>
internal sealed record MessageJson(string Message, Guid? Batch = null);

/// <summary>A collection that a post is in.</summary>
internal sealed record NamedCollectionJson(Guid Id, string Name);

/// <summary>What an import would do.</summary>
/// <param name="ExistingPosts">Root posts that the library has.</param>
/// <param name="NewPosts">Root posts that it has not.</param>
/// <param name="ExistingChildPosts">Posts made from others that it has.</param>
/// <param name="NewChildPosts">Posts made from others that it has not.</param>
/// <param name="ValidFiles">Posts whose files are here.</param>
/// <param name="MissingFiles">Addresses of files that are not.</param>
/// <param name="CanImport">Whether there is anything to import; files may follow.</param>
/// <param name="Rejected">Items that could not go in.</param>
/// <param name="Issues">What is wrong with items.</param>
internal sealed record ImportCheckJson(
    int ExistingPosts, int NewPosts, int ExistingChildPosts, int NewChildPosts, int ValidFiles, IReadOnlyList<string> MissingFiles,
    bool CanImport, int Rejected, IReadOnlyList<ImportJson.Issue> Issues);

/// <summary>Whether the site can do its work.</summary>
internal sealed record HealthJson(string Status, string Database, string Redis);

/// <summary>The user of the library.</summary>
internal sealed record UserJson(Guid Id, string Username, string? Email);
