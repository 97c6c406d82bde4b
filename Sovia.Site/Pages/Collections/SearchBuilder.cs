using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;

namespace Sovia.Pages.Collections;

/// <summary>
/// A search built from a form: groups of conditions, of which either all must hold, or at least one. The URL contains the whole form.
/// </summary>
/// <param name="IsAny">Whether one group is enough.</param>
/// <param name="Groups">The groups; at least one.</param>
public sealed record SearchBuilder(bool IsAny, IReadOnlyList<BuilderGroup> Groups)
{
    /// <summary>The maximum number of groups.</summary>
    internal const int MaxGroups = 20;

    private const int MaxRows = 100;

    /// <summary>The other parameters of an edited query, such as its sort order; empty for none.</summary>
    public string OtherParameters { get; private init; } = "";

    /// <summary>
    /// The parts of an edited query that are nested too deeply for conditions and are therefore shown as text.
    /// </summary>
    public IReadOnlyList<string> Texts { get; private init; } = [];

    /// <summary>The reason why a query cannot be edited in the form, as a sentence; null without a problem.</summary>
    public string? Problem { get; private init; }

    /// <summary>The collection whose search is edited; null for none.</summary>
    public Guid? CollectionId { get; private init; }

    /// <summary>The fields to choose from.</summary>
    public static IEnumerable<IMetatag> Fields => MetatagList.All;

    /// <summary>The search in the search language.</summary>
    public string Search => string.Join(IsAny ? " or " : " ", Groups.Select(group => group.Text).OfType<string>());

    /// <summary>The search in URL form; empty if nothing was filled in.</summary>
    public string Query =>
        Search.Length == 0 ? "" : $"search={Uri.EscapeDataString(Search)}{(OtherParameters.Length > 0 ? "&" : "")}{OtherParameters}";

    /// <summary>Parses the form, or on the first request the query to edit.</summary>
    /// <param name="given">The parameters: those of <see cref="Read(IQueryCollection)"/>, or <c>query</c>; and <c>of</c>, the
    /// collection.</param>
    /// <param name="now">The time that relative dates refer to, UTC.</param>
    /// <param name="zone">The viewer's time zone.</param>
    public static SearchBuilder Read(IQueryCollection given, DateTimeOffset now, TimeZoneInfo zone)
    {
        Guid? collectionId = Guid.TryParse(given["of"], out var id) ? id : null;
        if (given.ContainsKey("kind") || given["query"].ToString() is not { Length: > 0 } text)
            return Read(given) with { CollectionId = collectionId };
        var (query, problems) = StrictQueryParser.Parse(text, now, zone);
        if (!problems.IsEmpty) return new(false, [BuilderGroup.Blank]) { Problem = problems[0].Text, CollectionId = collectionId };
        if (SearchBuilderConverter.Read(query) is not var (isAny, groups, texts))
            return new(false, [BuilderGroup.Blank]) { Problem = "A filter of this search has no condition here.", CollectionId = collectionId };
        var otherParameters = query.Parameters.Where(pair => pair.Key != "search" && Facet.Find(pair.Key) is null);
        return new(isAny, groups) { OtherParameters = UrlQueryString.Format(otherParameters), Texts = texts, CollectionId = collectionId };
    }

    /// <summary>Parses the form and applies its button: adds or removes a condition or a group.</summary>
    /// <param name="given">The parameters: of each group <c>kind</c> (<c>all</c>, <c>any</c>, <c>not-all</c> or <c>not-any</c>), of each
    /// condition <c>group</c>, <c>not</c>, <c>field</c> and <c>value</c>.</param>
    public static SearchBuilder Read(IQueryCollection given)
    {
        var (groupNumbers, nots, fields, values) = (given["group"], given["not"], given["field"], given["value"]);
        var rows = Enumerable.Range(0, Math.Min(MaxRows, values.Count))
            .Select(i => (Group: int.TryParse(groupNumbers.ElementAtOrDefault(i), out var group) ? group : 0,
                Row: new BuilderRow(nots.ElementAtOrDefault(i) == "not", GetFieldName(fields.ElementAtOrDefault(i)), values[i] ?? "")))
            .Select((entry, i) => (entry.Group, entry.Row, At: i)).ToList();
        var (action, targetIndex) = given["do"].ToString().Split(' ') is [var verb, var text] && int.TryParse(text, out var n) ? (verb, n)
            : (given["do"].ToString(), -1);
        if (action == "remove") rows.RemoveAll(entry => entry.At == targetIndex);
        var builtGroups = given["kind"].Take(MaxGroups).Select((kind, groupIndex) => new BuilderGroup(
            kind?.StartsWith("not", StringComparison.Ordinal) == true,
            kind?.EndsWith("any", StringComparison.Ordinal) == true,
            [.. rows.Where(entry => entry.Group == groupIndex).Select(entry => entry.Row), .. action == "add" && targetIndex == groupIndex
                ? [new BuilderRow(false, "", "")] : Array.Empty<BuilderRow>()])).ToList();
        // Removes a group together with its last condition.
        builtGroups.RemoveAll(group => group.Rows.Count == 0);
        if (action == "group" || builtGroups.Count == 0) builtGroups.Add(BuilderGroup.Blank);
        return new(given["join"] == "any", builtGroups) { OtherParameters = given["kept"].ToString() };
    }

    private static string GetFieldName(string? name) => Fields.FirstOrDefault(field => field.Name == name)?.Name ?? "";
}
