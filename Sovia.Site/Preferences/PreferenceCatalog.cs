using System.Collections.Immutable;
using System.Globalization;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Preferences;

/// <summary>All preferences.</summary>
public static class PreferenceCatalog
{
    private const int MaxSearchLength = 1_000;

    private const string OnValue = "on", OffValue = "off";

    private static readonly ImmutableArray<(string, string)> OnOffOptions = [(OnValue, "On"), (OffValue, "Off")];

    /// <summary>The layout of cards.</summary>
    public static readonly Preference View = Create("view", "View",
        "Lays out the library as a wall of images, a grid of equal tiles, or a list.", "masonry",
        [("masonry", "Masonry"), ("grid", "Grid"), ("list", "List")]);

    /// <summary>The space between cards.</summary>
    public static readonly Preference Density = Create("density", "Density", "Sets the space between cards and how much detail each shows.",
        "comfortable",
        [("compact", "Compact"), ("comfortable", "Comfortable"), ("spacious", "Spacious")]);

    /// <summary>The number of columns.</summary>
    public static readonly Preference Columns = Create("columns", "Columns", "Sets the number of columns. Auto uses as many as fit.",
        "auto",
        [("auto", "Auto"), .. Enumerable.Range(2, 7).Select(count => CreateOption(count))]);

    /// <summary>The sort order of lists.</summary>
    public static readonly Preference Sort = Create("sort", "Sort", "Sorts the library unless a link sets the order.", SortBy.DateDesc.Name,
        [.. SortBy.All.Where(sort => sort != SortBy.Manual).Select(sort => (sort.Name, sort.Title))]);

    /// <summary>The unit of lists: families or posts.</summary>
    public static readonly Preference Unit = Create("unit", "Show", "Shows one card per stack (an image and everything made from it), or one per image and video.", "family",
        [("family", "Stacks"), ("post", "All items")]);

    /// <summary>The number of cards on a page.</summary>
    public static readonly Preference PageSize = Create("page_size", "Page size", "Loads this many cards at a time.",
        FamilyPage.Size.ToString(CultureInfo.InvariantCulture),
        [.. new[] { 25, 50, 100, 200 }.Select(CreateOption)]);

    /// <summary>The colour theme.</summary>
    public static readonly Preference Theme = Create("theme", "Theme",
        "Uses light or dark colours on every page. System follows your device.", "system",
        [("system", "System"), ("light", "Light"), ("dark", "Dark")]);

    /// <summary>Whether cards play their videos.</summary>
    public static readonly Preference HoverPreview =
        Create("hover_preview", "Hover preview", "Plays a card's first video while the pointer rests on it or a finger holds it.", OnValue,
            OnOffOptions);

    /// <summary>Whether the page of a post plays its video.</summary>
    public static readonly Preference Autoplay = Create("autoplay", "Autoplay",
        "Starts a video, muted, when its page opens. Off if your device is set to reduce motion.", OffValue, OnOffOptions);

    /// <summary>The time zone of dates.</summary>
    public static readonly Preference TimeZone = new("time_zone", "Time zone",
        "Shows dates and times in this zone. Leave empty to use your browser's.", "")
    {
        Expected = "Use the name of a time zone, such as Europe/Berlin.",
        ParseText = text => TimeZones.ParseParameter(text) is null ? null : text.Trim().Replace(' ', '+'),
    };

    /// <summary>The posts to blur.</summary>
    public static readonly Preference Blur = CreateSearch("blur", "Blur",
        "Blurs the items that match a search, such as mode:extremely-*, until you ask to see them.");

    /// <summary>The search whose matches are hidden.</summary>
    public static readonly Preference Hide = CreateSearch("hide", "Hide",
        "Hides items that match this search, and stacks that contain one, until you choose to show them for a session.");

    /// <summary>The time until posts in the trash expire.</summary>
    public static readonly Preference TrashDays =
        Create("trash_days", "Trash", "Clears items from the trash after this time. Their files on disk are not touched.", "30",
        [("7", "7 days"), ("30", "30 days"), ("90", "90 days"), ("365", "1 year"), ("never", "Never")]);

    /// <summary>All preferences, in the order of the settings page.</summary>
    public static ImmutableArray<Preference> All { get; } =
        [View, Density, Columns, Sort, Unit, PageSize, Theme, HoverPreview, Autoplay, TimeZone, Blur, Hide, TrashDays];

    /// <summary>Returns the preference with this name; null if there is none.</summary>
    public static Preference? Find(string name) => All.FirstOrDefault(preference => preference.Name == name);

    private static Preference CreateSearch(string name, string title, string effect) => new(name, title, effect, "")
    {
        Expected = "Enter a valid search. It can't include hidden or trashed items.",
        ParseText = text => text.Length <= MaxSearchLength
            && ParsedSearch.Parse(text, DateTimeOffset.UnixEpoch) is { IsValid: true, Canonical.Length: > 0 } parsedSearch
            && !Term.RequestsUnlisted(parsedSearch.Term) ? text.Trim() : null,
    };

    private static Preference Create(string name, string title, string effect, string defaultValue,
        ImmutableArray<(string Value, string Label)> options) => new(name, title, effect, defaultValue)
        {
            Options = options,
            Expected = $"Use {string.Join(", ", options[..^1].Select(option => option.Value))} or {options[^1].Value}.",
        };

    private static (string Value, string Label) CreateOption(int count) =>
        (count.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));
}
