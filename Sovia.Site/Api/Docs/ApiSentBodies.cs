namespace Sovia.Api.Docs;

/// <summary>The fields of an annotation to set; those that are left out stay. The shape only: what comes is read field by field.</summary>
internal sealed record ChangeRequest(
    bool? Liked, int? Rating, IReadOnlyList<string>? Tags, IReadOnlyList<string>? AddTags, IReadOnlyList<string>? RemoveTags, string? Note,
    string? Title, bool? Hidden, bool? Trashed);

/// <summary>Posts by ids, or by the query of a gallery address.</summary>
internal sealed record SelectionRequest(IReadOnlyList<Guid>? Ids, string? Query);

/// <summary>A change of some posts.</summary>
internal sealed record BatchRequest(SelectionRequest Selection, ChangeRequest Change);

/// <summary>A collection to make, or what to change of one.</summary>
internal sealed record CollectionRequest(
    string? Name, string? Description, bool? IsSmart, IReadOnlyDictionary<string, string>? SmartFilters, string? Query, Guid? ParentId,
    Guid? CoverId, bool? Locked);

/// <summary>Posts as exports state them; an array of them and any export do as well.</summary>
internal sealed record ImportRequest(IReadOnlyList<object> Posts);

/// <summary>A collection with a page of its families.</summary>
internal sealed record CollectionWithItems(
    Guid Id, string Name, string Path, string? Description, bool IsSmart, Dictionary<string, string>? SmartFilters, string? Query,
    Guid? ParentId, bool Locked, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    int? ItemCount, IReadOnlyList<MediaPostJson> Items);

/// <summary>How many posts there are, as Danbooru's API says it.</summary>
internal sealed record DanbooruCounts(DanbooruCount Counts);

/// <summary>A number of posts.</summary>
internal sealed record DanbooruCount(int Posts);

/// <summary>A tag, as Danbooru's API shows it.</summary>
internal sealed record DanbooruTag(long Id, string Name, int PostCount, int Category, bool IsDeprecated);

/// <summary>Preferences as 8xSovia keeps them.</summary>
internal sealed record PreferencesJson(Guid Id, Guid UserId, IReadOnlyDictionary<string, object> Preferences, DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt);

/// <summary>Preferences to put in place of those that are there.</summary>
internal sealed record PreferencesRequest(IReadOnlyDictionary<string, object> Preferences);
