namespace Sovia.Api.Docs;

/// <summary>
/// The annotation fields to set; omitted fields stay unchanged. Used for the schema only: requests are read field by field.
/// </summary>
internal sealed record ChangeRequest(
    bool? Liked, int? Rating, IReadOnlyList<string>? Tags, IReadOnlyList<string>? AddTags, IReadOnlyList<string>? RemoveTags, string? Note,
    string? Title, bool? Hidden, bool? Trashed);

/// <summary>Posts by ID, or by a query in the syntax of gallery URLs.</summary>
internal sealed record SelectionRequest(IReadOnlyList<Guid>? Ids, string? Query);

/// <summary>A change of some posts.</summary>
internal sealed record BatchRequest(SelectionRequest Selection, ChangeRequest Change);

/// <summary>A collection to create, or the changes to one.</summary>
internal sealed record CollectionRequest(
    string? Name, string? Description, bool? IsSmart, IReadOnlyDictionary<string, string>? SmartFilters, string? Query, Guid? ParentId,
    Guid? CoverId, bool? Locked);

/// <summary>Posts in the format of exports. A plain array and any export are accepted as well.</summary>
internal sealed record ImportRequest(IReadOnlyList<object> Posts);

/// <summary>A collection with a page of its families.</summary>
internal sealed record CollectionWithItems(
    Guid Id, string Name, string Path, string? Description, string? Notes, bool IsSmart, Dictionary<string, string>? SmartFilters,
    string? Query,
    Guid? ParentId, bool Locked, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int? ItemCount, IReadOnlyList<MediaPostJson> Items);

/// <summary>The count response of Danbooru's API.</summary>
internal sealed record DanbooruCounts(DanbooruCount Counts);

/// <summary>A number of posts.</summary>
internal sealed record DanbooruCount(int Posts);

/// <summary>A tag in the format of Danbooru's API.</summary>
internal sealed record DanbooruTag(long Id, string Name, int PostCount, int Category, bool IsDeprecated);

/// <summary>Preferences in the format of 8xSovia's API.</summary>
internal sealed record PreferencesJson(Guid Id, Guid UserId, IReadOnlyDictionary<string, object> Preferences, DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt);

/// <summary>Preferences that replace the stored ones.</summary>
internal sealed record PreferencesRequest(IReadOnlyDictionary<string, object> Preferences);
