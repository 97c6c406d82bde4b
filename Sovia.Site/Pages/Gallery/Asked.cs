using System.Collections.Immutable;
using System.Globalization;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;
using Sovia.Preferences;
using Sovia.Web;

namespace Sovia.Pages.Gallery;

/// <summary>What an address of the gallery, of a post or of the facets asks for, and the addresses that ask for the same or nearly.</summary>
/// <param name="Query">What is looked at.</param>
/// <param name="Messages">What of the address means nothing.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Display">How it is laid out.</param>
/// <param name="Suffix">The part of the address that says how; empty where it leaves that to memory.</param>
public sealed record Asked(LibraryQuery Query, ImmutableArray<ParameterMessage> Messages, Place Place, Display Display, string Suffix)
{
    // With the value 1: the last word of the search may be the beginning of another.
    private const string OpenName = "open";

    private static readonly string[] Layout = ["view", "density", "columns"];

    /// <summary>Reads a request.</summary>
    public static Asked By(HttpRequest request, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var preferences = request.Preferences();
        var (preset, given, unknown) = AskedPreset.Of(request, now);
        var pairs = given.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var (query, messages) = LibraryQuery.Parse(pairs, now, ViewerDays.ZoneOf(request), preferences.Defaults);
        var (place, placed, misplaced) = AskedPlace.In(Listing.Of(query), given, query.Zone);
        var display = Display.Of(given, preferences, request.Cookies[Display.Cookie]);
        var suffix = Display.IsIn(given) ? string.Concat(Layout.Where(given.ContainsKey).Select(name => $"&{name}={display.ValueOf(name)}")) : "";
        var asked = new Asked(query, [.. messages, .. misplaced, .. unknown is null ? [] : new[] { unknown }], place, display, suffix) { Placed = placed, Preferences = preferences, Preset = preset };
        if (!request.IsTyping() && AskedPlace.Last(given, OpenName) != "1") return asked;
        var open = query.WithSearch(Typing.Open(query.Search.Text));
        if (open.Search.Text == query.Search.Text) return asked;
        // What is typed may be written otherwise in an address, where its last word must not be another.
        var isOpenAgain = query.WithSearch(Typing.Open(query.SearchText)).Equals(open);
        return new(open, asked.Messages, place, display, suffix) { Typed = asked with { IsOpen = isOpenAgain }, Placed = placed, Preferences = preferences, Preset = preset };
    }

    /// <summary>What the search box says, where its last word is still being typed and the query finds whatever begins so as well; null elsewhere.</summary>
    public Asked? Typed { get; private init; }

    /// <summary>What whoever looks prefers.</summary>
    public PreferenceSet Preferences { get; private init; } = PreferenceSet.None;

    /// <summary>The preset that is shown because the address names it, or because it names nothing; null for none.</summary>
    public Preset? Preset { get; private init; }

    /// <summary>What the search box says.</summary>
    public Asked Written => Typed ?? this;

    /// <summary>The gallery of exactly what the search box says.</summary>
    public string Exact => InGallery(Written.Query.ToQueryString() + Suffix);

    /// <summary>The list.</summary>
    public Listing List => Listing.Of(Query);

    /// <summary>What to mark in texts.</summary>
    public Highlights Marks { get; } = Highlights.Of(Query.Search.Term);

    /// <summary>The gallery of this query.</summary>
    public string Here => Gallery(Query);

    /// <summary>Whether the page would be another one in another time zone.</summary>
    public bool NamesDays => Query.NamesDays || Place.On is not null || !Query.IsOwnZone;

    /// <summary>A page of this query as it is shared: at the same place, and of the same days wherever it is opened.</summary>
    /// <param name="path">The path of the page.</param>
    public string ForAnyone(string path) => Address(path, What(Query.ForAnyone) + Suffix + Placed);

    /// <summary>This page of the gallery, where its own address leaves something to what the user prefers; null where nothing is left open. Scripts read addresses.</summary>
    public string? Named => Preferences.Defaults == QueryDefaults.Usual && Preferences.DefaultPreset is null && Preset is null ? null : InGallery(What(Query) + Suffix, Placed);

    /// <summary>The gallery of a query, laid out as here.</summary>
    public string Gallery(LibraryQuery query) => InGallery(What(query) + Suffix);

    /// <summary>The gallery from a place on.</summary>
    /// <param name="name"><c>after</c>, <c>before</c> or <c>at</c>.</param>
    /// <param name="place">The place, not escaped.</param>
    public string GalleryAt(string name, string place) => InGallery(What(Query) + Suffix, AskedPlace.Written(name, place));

    /// <summary>A post in the context of this query.</summary>
    public string Post(Guid id) => Address($"/posts/{id}", written ??= What(Query));

    /// <summary>What is like a post, in the context of this query.</summary>
    /// <param name="id">The post.</param>
    /// <param name="skip">How many of the most similar come before; 0 for the page itself.</param>
    public string Similar(Guid id, int skip = 0) => Address($"/posts/{id}/similar", What(Query) + Suffix + (skip == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&skip={skip}")));

    /// <summary>What is like several posts, in the context of this query.</summary>
    /// <param name="ids">The posts.</param>
    /// <param name="skip">How many of the most similar come before.</param>
    public string Similar(IEnumerable<Guid> ids, int skip) =>
        Address("/similar", What(Query) + Suffix + string.Create(CultureInfo.InvariantCulture, $"&ids={string.Join(',', ids)}&skip={skip}"));

    /// <summary>The facets of this query.</summary>
    public string Facets(string handler = "") => Address("/facets", What(Query) + Suffix + (handler.Length > 0 ? $"&handler={handler}" : ""));

    private string? written;

    // Whether an address of this search says that its last word is open.
    private bool IsOpen { get; init; }

    // The part of an address that says what is looked at: with the search as the box says it, where an address can.
    private string What(LibraryQuery query)
    {
        if (query.SearchText != Query.SearchText) return query.ToQueryString();
        if (Typed is { IsOpen: true } typed) return typed.What(query.WithSearch(typed.Query.SearchText));
        return query.ToQueryString() + (IsOpen ? $"&{OpenName}=1" : "");
    }

    // The part of the address that says where in the list; empty at its top.
    private string Placed { get; init; } = "";

    // An address that names nothing shows the default preset, where there is one.
    private string InGallery(string query, string place = "") =>
        Address("/", (query.Length == 0 && Preferences.DefaultPreset is not null ? $"{AskedPreset.Name}={AskedPreset.None}" : query) + place);

    private static string Address(string path, string query) => query.TrimStart('&') is { Length: > 0 } asked ? $"{path}?{asked}" : path;
}
