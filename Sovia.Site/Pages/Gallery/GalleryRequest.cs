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
/// A parsed request for the gallery, a post or the facets, and the URLs derived from it.
/// </summary>
/// <param name="Query">The query.</param>
/// <param name="Messages">Messages about invalid parameters.</param>
/// <param name="Position">The position in the list.</param>
/// <param name="Display">The layout.</param>
/// <param name="DisplayParameters">The layout parameters of the URL; empty if it leaves the layout to preferences or the cookie.</param>
public sealed record GalleryRequest(LibraryQuery Query, ImmutableArray<ParameterMessage> Messages, PagePosition Position,
    DisplayOptions Display, string DisplayParameters)
{
    // With the value 1, the last word of the search is a prefix that is still being typed.
    private const string OpenParameter = "open";

    private static readonly string[] LayoutNames = ["view", "density", "columns"];

    /// <summary>Parses a request.</summary>
    public static GalleryRequest Parse(HttpRequest request, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var preferences = request.GetPreferences();
        var (preset, parameters, presetError) = PresetParameter.Resolve(request, now);
        var pairs = parameters.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var (query, messages) = LibraryQuery.Parse(pairs, now, ViewerTimeZone.FromRequest(request), preferences.Defaults);
        var (pagePosition, placeSuffix, placeMessages) = PositionParameters.Parse(ResolvedQuery.From(query), parameters, query.Zone);
        var displayOptions = DisplayOptions.Resolve(parameters, preferences, request.Cookies[DisplayOptions.CookieName]);
        var displayParameters = DisplayOptions.IsSpecifiedIn(parameters)
            ? string.Concat(LayoutNames.Where(parameters.ContainsKey).Select(name => $"&{name}={displayOptions.GetValue(name)}")) : "";
        var galleryRequest = new GalleryRequest(query, [.. messages, .. placeMessages, .. presetError is null ? [] : new[] { presetError }],
            pagePosition, displayOptions, displayParameters)
        { PlaceSuffix = placeSuffix, Preferences = preferences, Preset = preset };
        if (!request.IsSearchTyping() && PositionParameters.GetLastValue(parameters, OpenParameter) != "1") return galleryRequest;
        var expandedQuery = query.WithSearch(SearchAsYouType.ExpandLastWord(query.Search.Text));
        if (expandedQuery.Search.Text == query.Search.Text) return galleryRequest;
        // The normalised search of a URL may end in another word, so URLs mark the last word as unfinished only if expanding it gives this
        // query.
        var isOpen = query.WithSearch(SearchAsYouType.ExpandLastWord(query.SearchText)).Equals(expandedQuery);
        return new(expandedQuery, galleryRequest.Messages, pagePosition, displayOptions, displayParameters)
        {
            TypedRequest = galleryRequest with { IsLastWordUnfinished = isOpen },
            PlaceSuffix = placeSuffix,
            Preferences = preferences,
            Preset = preset
        };
    }

    /// <summary>
    /// The request as typed in the search box, while the query matches every word that starts with its unfinished last word; otherwise
    /// null.
    /// </summary>
    public GalleryRequest? TypedRequest { get; private init; }

    /// <summary>The user's preferences.</summary>
    public PreferenceSet Preferences { get; private init; } = PreferenceSet.None;

    /// <summary>The preset that the URL names, or the default preset if the URL has no parameters; null for none.</summary>
    public Preset? Preset { get; private init; }

    /// <summary>The request for exactly the text of the search box.</summary>
    public GalleryRequest SearchBoxRequest => TypedRequest ?? this;

    /// <summary>The gallery URL for exactly the text of the search box.</summary>
    public string SearchBoxUrl => FormatGalleryUrl(SearchBoxRequest.Query.ToQueryString() + DisplayParameters);

    /// <summary>The resolved query.</summary>
    public ResolvedQuery List => ResolvedQuery.From(Query);

    /// <summary>The highlighter for the matches of the search.</summary>
    public SearchHighlighter Highlights { get; } = SearchHighlighter.Create(Query.Search.Term);

    /// <summary>The gallery URL of this query.</summary>
    public string GalleryUrl => GetGalleryUrl(Query);

    /// <summary>Whether the page differs between time zones.</summary>
    public bool DependsOnTimeZone => Query.DependsOnTimeZone || Position.FromDay is not null || !Query.UsesViewerZone;

    /// <summary>
    /// Returns the URL to share: at the same position, and with an explicit time zone so that it means the same days anywhere.
    /// </summary>
    /// <param name="path">The path of the page.</param>
    public string GetSharedUrl(string path) => BuildUrl(path, FormatQuery(Query.WithExplicitZone) + DisplayParameters + PlaceSuffix);

    /// <summary>
    /// The URL of this page with every preference as a parameter, for scripts; null if the page's own URL does not depend on preferences.
    /// </summary>
    public string? ExplicitUrl =>
        Preferences.Defaults == QueryDefaults.Standard && Preferences.DefaultPreset is null && Preset is null ? null
        : FormatGalleryUrl(FormatQuery(Query) + DisplayParameters, PlaceSuffix);

    /// <summary>Returns the gallery URL of a query, in the current layout.</summary>
    public string GetGalleryUrl(LibraryQuery query) => FormatGalleryUrl(FormatQuery(query) + DisplayParameters);

    /// <summary>Returns the gallery URL at a position.</summary>
    /// <param name="name"><c>after</c>, <c>before</c> or <c>at</c>.</param>
    /// <param name="place">The position, not escaped.</param>
    public string GetGalleryUrlAt(string name, string place) =>
        FormatGalleryUrl(FormatQuery(Query) + DisplayParameters, PositionParameters.Format(name, place));

    /// <summary>Returns the URL of a post in the context of this query.</summary>
    public string GetPostUrl(Guid id) => BuildUrl($"/posts/{id}", queryString ??= FormatQuery(Query));

    /// <summary>Returns the URL of the items similar to a post, in the context of this query.</summary>
    /// <param name="id">The post.</param>
    /// <param name="skip">The number of most similar items to skip; 0 for the first page.</param>
    public string GetSimilarUrl(Guid id, int skip = 0) =>
        BuildUrl($"/posts/{id}/similar", FormatQuery(Query) + DisplayParameters
            + (skip == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"&skip={skip}")));

    /// <summary>Returns the URL of the items similar to several posts, in the context of this query.</summary>
    /// <param name="ids">The posts.</param>
    /// <param name="skip">The number of most similar items to skip.</param>
    public string GetSimilarUrl(IEnumerable<Guid> ids, int skip) =>
        BuildUrl("/similar", FormatQuery(Query) + DisplayParameters
            + string.Create(CultureInfo.InvariantCulture, $"&ids={string.Join(',', ids)}&skip={skip}"));

    /// <summary>Returns the URL of the facets of this query.</summary>
    public string GetFacetsUrl(string handler = "") =>
        BuildUrl("/facets", FormatQuery(Query) + DisplayParameters + (handler.Length > 0 ? $"&handler={handler}" : ""));

    private string? queryString;

    // Whether URLs of this search mark its last word as unfinished.
    private bool IsLastWordUnfinished { get; init; }

    // The query parameters of the URL, with the search as typed in the box if a URL can express it.
    private string FormatQuery(LibraryQuery query)
    {
        if (query.SearchText != Query.SearchText) return query.ToQueryString();
        if (TypedRequest is { IsLastWordUnfinished: true } typedRequest) return typedRequest.FormatQuery(
            query.WithSearch(typedRequest.Query.SearchText));
        return query.ToQueryString() + (IsLastWordUnfinished ? $"&{OpenParameter}=1" : "");
    }

    // The position parameter of the URL; empty at the top of the list.
    private string PlaceSuffix { get; init; } = "";

    // Names "no preset" explicitly if there is a default preset, because a URL without parameters shows that one.
    private string FormatGalleryUrl(string query, string positionSuffix = "") =>
        BuildUrl("/", (query.Length == 0 && Preferences.DefaultPreset is not null ? $"{PresetParameter.Name}={PresetParameter.None}" : query)
            + positionSuffix);

    private static string BuildUrl(string path, string query) => query.TrimStart('&') is { Length: > 0 } trimmedQuery ? $"{path}?{trimmedQuery}" : path;
}
