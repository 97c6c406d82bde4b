using System.Collections.Immutable;
using Sovia.Query.Facets;
using Sovia.Query.Fields;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query;

/// <summary>
/// Something that can be searched, filtered, counted or sorted by. All of it is declared in one file of <c>Fields</c>; metatags with their
/// completion and help, filters of addresses, the filter panel, and the sort menu come from the list of fields.
/// </summary>
/// <param name="Name">Its name in code and addresses.</param>
public sealed record Field(string Name)
{
    /// <summary>What it is searched by.</summary>
    public ImmutableArray<IMetatag> Metatags { get; init; } = [];

    /// <summary>Words of <c>is:</c> that it answers, the one to write first, with what each means.</summary>
    public ImmutableArray<(string Words, Term Term)> Is { get; init; } = [];

    /// <summary>Words of <c>has:</c> that it answers, likewise.</summary>
    public ImmutableArray<(string Words, Term Term)> Has { get; init; } = [];

    /// <summary>Examples of searches by it, for the help.</summary>
    public ImmutableArray<SearchExample> Help { get; init; } = [];

    /// <summary>What it is filtered and counted by; null where it is not.</summary>
    public Facet? Facet { get; init; }

    /// <summary>What figures are grouped by; null where they cannot be. Statistics have a section for each.</summary>
    public Facet? Group => Facet is { CanGroup: true } ? Facet : null;

    /// <summary>What it is sorted by; null where it is not.</summary>
    public SortBy? Sort { get; init; }

    /// <summary>
    /// Every field, in the order of the filter panel, of addresses, of the sort menu and of the help. A new one is a file and a line here.
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
        UsedPromptField.Field,
        NoteField.Field,
        BytesField.Field,
        FlagsField.Field,
        HiddenField.Field,
        TrashedField.Field,
        ExpiredField.Field,
        HostField.Field,
        SizeField.Field,
        DurationField.Field,
        SeedField.Field,
        IdField.Field,
        ImportField.Field,
    ];
}
