using Sovia.Collections;
using Sovia.Curation;
using Sovia.Query;

namespace Sovia.Pages.Selecting;

/// <summary>What a form for a selection sends: which posts, and what is to be done to them.</summary>
/// <param name="form">The form.</param>
internal sealed class SelectionForm(IFormCollection form)
{
    private static readonly string[] Flags = ["like", "unlike", "trash", "restore", "hide", "unhide"];

    private static readonly string[] Valued = ["rating", "addtag", "removetag", "collect", "uncollect"];

    /// <summary>What leads to a list for a download program, and changes nothing.</summary>
    public const string DownloadAction = "download";

    /// <summary>The posts that are named one by one.</summary>
    public IReadOnlyList<Guid> Ids { get; } = IdList.Parse(form["ids"]);

    /// <summary>Those that are named by the cards of their families.</summary>
    public IReadOnlyList<Guid> CoverIds { get; } = IdList.Parse(form["covers"]);

    /// <summary>The query whose results are all meant; null where posts are named.</summary>
    public string? Query =>
        form["whole"] == "true" ? form["of"].ToString() : form.ContainsKey("query") && string.IsNullOrWhiteSpace(form["ids"])
        && string.IsNullOrWhiteSpace(form["covers"]) ? form["query"].ToString() : null;

    /// <summary>What is to be done: the name of a change, and its value.</summary>
    public IReadOnlyList<(string Name, string Value)> RequestedActions { get; } = form["change"].ToString() is { Length: > 0 } named
        ? [named.Split(':', 2) is [var name, var value] ? (name, value)
            : (named, form[named].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))
                ?? form[named.EndsWith("collect", StringComparison.Ordinal) ? "collection" : "tags"].ToString())]
        : [.. Flags.Where(flag => form.ContainsKey(flag) && form[flag] != "false").Select(flag => (flag, "")),
            .. Valued.Where(name => !string.IsNullOrWhiteSpace(form[name])).Select(name => (name, form[name].ToString()))];

    /// <summary>The change, and what is wrong with it.</summary>
    /// <param name="tree">The collections that posts can be put into.</param>
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
                Rating = int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var stars) ? stars
                : -1
            },
            "addtag" => new() { AddTags = Tags(value) },
            "removetag" => new() { RemoveTags = Tags(value) },
            _ => null,
        };
        if (change is null) return (new(), [new("change", $"Unknown action “{Sovia.Library.StorableText.SanitizeLine(name, 40)}”.")]);
        if (change is { AddTags: [] } or { RemoveTags: [] }) return (new(), [new(name, "Type a tag first.")]);
        return ChangeValidator.Validate(change);
    }

    /// <summary>The posts that are meant; null where none are, or where the query is not understood.</summary>
    /// <param name="now">What dates of the query count from.</param>
    /// <param name="zone">Whose days they are.</param>
    /// <param name="defaults">What an address means to them that names no unit.</param>
    public Selection? ParseSelection(DateTimeOffset now, TimeZoneInfo zone, QueryDefaults defaults)
    {
        if (Query is not { } text) return Ids.Count + CoverIds.Count == 0 ? null : Selection.From(Ids, CoverIds);
        return StrictQueryParser.Parse(text, now, zone, defaults) is { Problems.IsEmpty: true, Query: var query } ? Selection.From(query)
            : null;
    }

    /// <summary>Where to return to.</summary>
    public string GetReturnUrl(HttpRequest request, string otherwise = "/") => ReturnUrlResolver.Resolve(form, request, otherwise);

    /// <summary>
    /// An address of the page without scripts without what is ticked on it: what left the list is not selected any more. Others stay as
    /// they are.
    /// </summary>
    public static string RemoveSelectedIds(string address)
    {
        if (!address.StartsWith("/selection?", StringComparison.Ordinal)) return address;
        var pairs = Sovia.Query.UrlQueryString.Parse(address[(address.IndexOf('?', StringComparison.Ordinal) + 1)..])
            .Where(pair => pair.Key is not ("ids" or "covers"));
        return $"/selection?{Sovia.Query.UrlQueryString.Format(pairs)}";
    }

    private static List<string> Tags(string value) =>
        [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
