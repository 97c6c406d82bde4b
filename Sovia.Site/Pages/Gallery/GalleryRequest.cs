using System.Collections.Immutable;
using System.Globalization;
using Sovia.Library.Browsing;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Query.Lists;
using Sovia.Query.Terms;
using Sovia.Web;

namespace Sovia.Pages.Gallery;

/// <summary>
/// What an address of the gallery, of a post or of the facets asks for, and the addresses that ask for the same or nearly.
/// </summary>
/// <param name="Query">What is looked at.</param>
/// <param name="Messages">What of the address means nothing.</param>
/// <param name="Position">Where in it.</param>
/// <param name="Display">How it is laid out.</param>
/// <param name="DisplayParameters">The part of the address that says how; empty where it leaves that to memory.</param>
public sealed record GalleryRequest(LibraryQuery Query, ImmutableArray<ParameterMessage> Messages, PagePosition Position,
    DisplayOptions Display, string DisplayParameters)
{
    // With the value 1: the last word of the search may be the beginning of another.
    private const string OpenName = "open";

    private static readonly string[] Layout = ["view", "density", "columns"];

    /// <summary>Reads a request.</summary>
    public static GalleryRequest Parse(HttpRequest request, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var preferences = request.GetPreferences();
        var (preset, given, unknown) = PresetParameter.Resolve(request, now);
        var pairs = given.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var (query, messages) = LibraryQuery.Parse(pairs, now, ViewerTimeZone.FromRequest(request), preferences.Defaults);
        var (pagePosition, placed, misplaced) = PositionParameters.Parse(ResolvedQuery.From(query), given, query.Zone);
        var displayOptions = DisplayOptions.Resolve(given, preferences, request.Cookies[DisplayOptions.CookieName]);
        var suffix = DisplayOptions.IsSpecifiedIn(given)
            ? string.Concat(Layout.Where(given.ContainsKey).Select(name => $"&{name}={displayOptions.GetValue(name)}")) : "";
        var galleryRequest = new GalleryRequest(query, [.. messages, .. misplaced, .. unknown is null ? [] : new[] { unknown }],
            pagePosition, displayOptions, suffix)
        { Placed = placed, Preferences = preferences, Preset = preset };
        if (!request.IsSearchTyping() && PositionParameters.GetLastValue(given, OpenName) != "1") return galleryRequest;
        var open = query.WithSearch(SearchAsYouType.ExpandLastWord(query.Search.Text));
        if (open.Search.Text == query.Search.Text) return galleryRequest;
        // What is typed may be written otherwise in an address, where its last word must not be another.
        var isOpenAgain = query.WithSearch(SearchAsYouType.ExpandLastWord(query.SearchText)).Equals(open);
        return new(open, galleryRequest.Messages, pagePosition, displayOptions, suffix)
        { TypedRequest = galleryRequest with { IsOpen = isOpenAgain }, Placed = placed, Preferences = preferences, Preset = preset };
    }

    /// <summary>
    /// What the search box says, where its last word is still being typed and the query finds whatever begins so as well; null elsewhere.
    /// </summary>
    public GalleryRequest? TypedRequest { get; private init; }

    /// <summary>What whoever looks prefers.</summary>
    public PreferenceSet Preferences { get; private init; } = PreferenceSet.None;

    /// <summary>The preset that is shown because the address names it, or because it names nothing; null for none.</summary>
    public Preset? Preset { get; private init; }

    /// <summary>What the search box says.</summary>
    public GalleryRequest SearchBoxRequest => TypedRequest ?? this;

    /// <summary>The gallery of exactly what the search box says.</summary>
    public string SearchBoxUrl => InGallery(SearchBoxRequest.Query.ToQueryString() + DisplayParameters);

    /// <summary>The list.</summary>
    public ResolvedQuery List => ResolvedQuery.From(Query);

    /// <summary>What to mark in texts.</summary>
    public SearchHighlighter Highlights { get; } = SearchHighlighter.Create(Query.Search.Term);

    /// <summary>The gallery of this query.</summary>
    public string GalleryUrl => GetGalleryUrl(Query);

    /// <summary>Whether the page would be another one in another time zone.</summary>
    public bool DependsOnTimeZone => Query.DependsOnTimeZone || Position.FromDay is not null || !Query.UsesViewerZone;

    /// <summary>A page of this query as it is shared: at the same place, and of the same days wherever it is opened.</summary>
    /// <param name="path">The path of the page.</param>
    public string GetSharedUrl(string path) => Address(path, What(Query.WithExplicitZone) + DisplayParameters + Placed);

    /// <summary>
    /// This page of the gallery, where its own address leaves something to what the user prefers; null where nothing is left open. Scripts
    /// read addresses.
    /// </summary>
    public string? ExplicitUrl =>
        Preferences.Defaults == QueryDefaults.Standard && Preferences.DefaultPreset is null && Preset is null ? null
        : InGallery(What(Query) + DisplayParameters, Placed);

    /// <summary>The gallery of a query, laid out as here.</summary>
    public string GetGalleryUrl(LibraryQuery query) => InGallery(What(query) + DisplayParameters);

    /// <summary>The gallery from a place on.</summary>
    /// <param name="name"><c>after</c>, <c>before</c> or <c>at</c>.</param>
    /// <param name="place">The place, not escaped.</param>
    public string GetGalleryUrlAt(string name, string place) =>
        InGallery(What(Query) + DisplayParameters, PositionParameters.Format(name, place));

    /// <summary>A post in the context of this query.</summary>
    public string GetPostUrl(Guid id) => Address($"/posts/{id}", written ??= What(Query));

    /// <summary>What is like a post, in the context of this query.</summary>
    /// <param name="id">The post.</param>
    /// <param name="skip">How many of the most similar come before; 0 for the page itself.</param>
    public string GetSimilarUrl(Guid id, int skip = 0) =>
        Address($"/posts/{id}/similar", What(Query) + DisplayParameters
            + (skip == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&skip={skip}")));

    /// <summary>What is like several posts, in the context of this query.</summary>
    /// <param name="ids">The posts.</param>
    /// <param name="skip">How many of the most similar come before.</param>
    public string GetSimilarUrl(IEnumerable<Guid> ids, int skip) =>
        Address("/similar", What(Query) + DisplayParameters
            + string.Create(CultureInfo.InvariantCulture, $"&ids={string.Join(',', ids)}&skip={skip}"));

    /// <summary>The facets of this query.</summary>
    public string GetFacetsUrl(string handler = "") =>
        Address("/facets", What(Query) + DisplayParameters + (handler.Length > 0 ? $"&handler={handler}" : ""));

    private string? written;

    // Whether an address of this search says that its last word is open.
    private bool IsOpen { get; init; }

    // The part of an address that says what is looked at: with the search as the box says it, where an address can.
    private string What(LibraryQuery query)
    {
        if (query.SearchText != Query.SearchText) return query.ToQueryString();
        if (TypedRequest is { IsOpen: true } typed) return typed.What(query.WithSearch(typed.Query.SearchText));
        return query.ToQueryString() + (IsOpen ? $"&{OpenName}=1" : "");
    }

    // The part of the address that says where in the list; empty at its top.
    private string Placed { get; init; } = "";

    // An address that names nothing shows the default preset, where there is one.
    private string InGallery(string query, string place = "") =>
        Address("/", (query.Length == 0 && Preferences.DefaultPreset is not null ? $"{PresetParameter.Name}={PresetParameter.None}" : query)
            + place);

    private static string Address(string path, string query) => query.TrimStart('&') is { Length: > 0 } asked ? $"{path}?{asked}" : path;
}
