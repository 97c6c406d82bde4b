using Sovia.Collections;
using Sovia.Curation;
using Sovia.Query;

namespace Sovia.Pages.Selecting;

/// <summary>Parses a selection form: the selected posts and the change to apply.</summary>
/// <param name="form">The form.</param>
internal sealed class SelectionForm(IFormCollection form)
{
    private static readonly string[] FlagActions = ["like", "unlike", "trash", "restore", "hide", "unhide"];

    private static readonly string[] ValueActions = ["rating", "addtag", "removetag", "collect", "uncollect"];

    /// <summary>The action that opens the download lists and changes nothing.</summary>
    public const string DownloadAction = "download";

    /// <summary>The posts selected individually.</summary>
    public IReadOnlyList<Guid> Ids { get; } = IdList.Parse(form["ids"]);

    /// <summary>The covers of families selected by their cards.</summary>
    public IReadOnlyList<Guid> CoverIds { get; } = IdList.Parse(form["covers"]);

    /// <summary>The query if all its results are selected; null if posts are selected by id.</summary>
    public string? Query =>
        form["whole"] == "true" ? form["of"].ToString() : form.ContainsKey("query") && string.IsNullOrWhiteSpace(form["ids"])
        && string.IsNullOrWhiteSpace(form["covers"]) ? form["query"].ToString() : null;

    /// <summary>The number of results shown to the user; null if no query or no number is given.</summary>
    public int? ShownCount =>
        Query is not null && int.TryParse(form["told"], System.Globalization.CultureInfo.InvariantCulture, out var shownCount)
        ? shownCount : null;

    /// <summary>The requested changes, each with its name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> RequestedActions { get; } = form["change"].ToString() is { Length: > 0 } action
        ? [action.Split(':', 2) is [var name, var value] ? (name, value)
            : (action, form[action].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
                ?? form[action.EndsWith("collect", StringComparison.Ordinal) ? "collection" : "tags"].ToString())]
        : [.. FlagActions.Where(flag => form.ContainsKey(flag) && form[flag] != "false").Select(flag => (flag, "")),
            .. ValueActions.Where(name => !string.IsNullOrWhiteSpace(form[name])).Select(name => (name, form[name].ToString()))];

    /// <summary>Returns the change and its validation errors.</summary>
    /// <param name="tree">The collections that posts can be added to.</param>
    public (Change Change, IReadOnlyList<ChangeProblem> Problems) ParseChange(CollectionTree tree)
    {
        if (RequestedActions is not [var (name, value)])
            return (new(),
                [new("change", RequestedActions.Count == 0 ? "Choose an action for the selected items."
                    : $"Choose one action at a time, not {string.Join(" and ", RequestedActions.Select(one => one.Name))}.")]);
        if (name is "collect" or "uncollect")
        {
            var (collections, problem) = CollectionResolver.Resolve(tree, [value]);
            if (problem is not null || collections.Count == 0) return (new(), [new(name, problem ?? "Choose a collection first.")]);
            return (name == "collect" ? new() { Collect = collections } : new() { Uncollect = collections }, []);
        }
        Change? change = name switch
        {
            "like" or "unlike" => new() { Liked = name == "like" },
            "trash" or "restore" => new() { Trashed = name == "trash" },
            "hide" or "unhide" => new() { Hidden = name == "hide" },
            "rating" => new()
            {
                Rating = int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var rating) ? rating
                : -1
            },
            "addtag" => new() { AddTags = ParseTags(value) },
            "removetag" => new() { RemoveTags = ParseTags(value) },
            _ => null,
        };
        if (change is null) return (new(), [new("change", $"Unknown action “{Sovia.Library.StorableText.SanitizeLine(name, 40)}”.")]);
        if (change is { AddTags: [] } or { RemoveTags: [] }) return (new(), [new(name, "Type a tag first.")]);
        return ChangeValidator.Validate(change);
    }

    /// <summary>Returns the selection; null if it is empty or its query is invalid.</summary>
    /// <param name="now">The reference time of relative dates.</param>
    /// <param name="zone">The time zone of dates.</param>
    /// <param name="defaults">The defaults of the query, such as the unit.</param>
    public Selection? ParseSelection(DateTimeOffset now, TimeZoneInfo zone, QueryDefaults defaults)
    {
        if (Query is not { } text) return Ids.Count + CoverIds.Count == 0 ? null : Selection.From(Ids, CoverIds);
        return StrictQueryParser.Parse(text, now, zone, defaults) is { Problems.IsEmpty: true, Query: var query } ? Selection.From(query)
            : null;
    }

    /// <summary>Returns the URL to return to.</summary>
    public string GetReturnUrl(HttpRequest request, string otherwise = "/") => ReturnUrlResolver.Resolve(form, request, otherwise);

    /// <summary>
    /// Removes the selected ids from a URL of the page without JavaScript, because posts that left the list are no longer selected. Returns
    /// other URLs unchanged.
    /// </summary>
    public static string RemoveSelectedIds(string address)
    {
        if (!address.StartsWith("/selection?", StringComparison.Ordinal)) return address;
        var pairs = Sovia.Query.UrlQueryString.Parse(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..])
            .Where(pair => pair.Key is not ("ids" or "covers"));
        return $"/selection?{Sovia.Query.UrlQueryString.Format(pairs)}";
    }

    private static List<string> ParseTags(string value) =>
        [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
