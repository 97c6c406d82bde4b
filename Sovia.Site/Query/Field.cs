using System.Collections.Immutable;
using Sovia.Query.Facets;
using Sovia.Query.Fields;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query;

/// <summary>
/// A property that can be searched, filtered, counted or sorted by. Each field is declared in one file of <c>Fields</c>. Metatags with
/// completion and help, URL parameters, the filter panel and the sort menu derive from the list of fields.
/// </summary>
/// <param name="Name">The name in code and URLs.</param>
public sealed record Field(string Name)
{
    /// <summary>The metatags of the field.</summary>
    public ImmutableArray<IMetatag> Metatags { get; init; } = [];

    /// <summary>Aliases of <c>is:</c> values, the canonical one first, each with its term.</summary>
    public ImmutableArray<(string Words, Term Term)> Is { get; init; } = [];

    /// <summary>Aliases of <c>has:</c> values, the canonical one first, each with its term.</summary>
    public ImmutableArray<(string Words, Term Term)> Has { get; init; } = [];

    /// <summary>Example searches for the help page.</summary>
    public ImmutableArray<SearchExample> Help { get; init; } = [];

    /// <summary>The facet to filter and count by; null if there is none.</summary>
    public Facet? Facet { get; init; }

    /// <summary>The facet to group statistics by; null if grouping is not possible. Each has a section in the statistics.</summary>
    public Facet? Group => Facet is { CanGroup: true } ? Facet : null;

    /// <summary>The sort order; null if there is none.</summary>
    public SortBy? Sort { get; init; }

    /// <summary>
    /// Every field, in the order of the filter panel, URL parameters, sort menu and help. Add a line here for each new field.
    /// </summary>
    public static ImmutableArray<Field> All { get; } =
    [
        TypeField.Field,
        CoverField.Field,
        LikedField.Field,
        RatingField.Field,
        TagField.Field,
        CollectionField.Field,
        ModelField.Field,
        ModeField.Field,
        DateField.Field,
        DayField.Field,
        WeekdayField.Field,
        HourField.Field,
        VideosField.Field,
        ImagesField.Field,
        ItemsField.Field,
        PromptField.Field,
        ExactPromptField.Field,
        NoteField.Field,
        SavedFilesField.Field,
        FlagsField.Field,
        DuplicateField.Field,
        HiddenField.Field,
        TrashedField.Field,
        ExpiredField.Field,
        HostField.Field,
        SizeField.Field,
        DurationField.Field,
        SeedField.Field,
        OwnerField.Field,
        IdField.Field,
        ImportField.Field,
    ];
}
