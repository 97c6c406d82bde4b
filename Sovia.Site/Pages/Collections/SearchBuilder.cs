using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;

namespace Sovia.Pages.Collections;

/// <summary>
/// A search that is built from a form: groups of conditions, of which all must hold, or any. The whole form stands in its address.
/// </summary>
/// <param name="IsAny">Whether one group is enough.</param>
/// <param name="Groups">The groups; at least one.</param>
public sealed record SearchBuilder(bool IsAny, IReadOnlyList<BuilderGroup> Groups)
{
    /// <summary>The maximum number of groups.</summary>
    internal const int MaxGroups = 20;

    private const int MaxRows = 100;

    /// <summary>The other parameters of a query that was read back, such as its order; empty for none.</summary>
    public string Kept { get; private init; } = "";

    /// <summary>
    /// The parts of a query that was read back which are too deeply nested for conditions, so that they stand there as text.
    /// </summary>
    public IReadOnlyList<string> Texts { get; private init; } = [];

    /// <summary>Why a query was not read back, as a sentence; null without a problem.</summary>
    public string? Problem { get; private init; }

    /// <summary>The collection whose search is edited; null for none.</summary>
    public Guid? CollectionId { get; private init; }

    /// <summary>The fields to choose from.</summary>
    public static IEnumerable<IMetatag> Fields => MetatagList.All;

    /// <summary>The search.</summary>
    public string Search => string.Join(IsAny ? " or " : " ", Groups.Select(group => group.Text).OfType<string>());

    /// <summary>The search as an address writes it; empty where nothing was filled in.</summary>
    public string Query =>
        Search.Length == 0 ? "" : $"search={Uri.EscapeDataString(Search)}{(Kept.Length > 0 ? "&" : "")}{Kept}";

    /// <summary>Reads the form, or for a first request the query whose conditions are to be edited.</summary>
    /// <param name="given">The parameters: those of <see cref="Read(IQueryCollection)"/>, or <c>query</c>; and <c>of</c>, the
    /// collection.</param>
    /// <param name="now">The time that relative dates refer to, UTC.</param>
    /// <param name="zone">The viewer's time zone.</param>
    public static SearchBuilder Read(IQueryCollection given, DateTimeOffset now, TimeZoneInfo zone)
    {
        Guid? collection = Guid.TryParse(given["of"], out var id) ? id : null;
        if (given.ContainsKey("kind") || given["query"].ToString() is not { Length: > 0 } text)
            return Read(given) with { CollectionId = collection };
        var (query, problems) = StrictQueryParser.Parse(text, now, zone);
        if (!problems.IsEmpty) return new(false, [BuilderGroup.Blank]) { Problem = problems[0].Text, CollectionId = collection };
        if (SearchBuilderReader.Read(query) is not var (isAny, groups, texts))
            return new(false, [BuilderGroup.Blank]) { Problem = "A filter of this search has no condition here.", CollectionId = collection };
        var kept = query.Parameters.Where(pair => pair.Key != "search" && Facet.Find(pair.Key) is null);
        return new(isAny, groups) { Kept = UrlQueryString.Format(kept), Texts = texts, CollectionId = collection };
    }

    /// <summary>Reads the form, and does what its button says: adds or removes a condition or a group.</summary>
    /// <param name="given">The parameters: of each group <c>kind</c> (<c>all</c>, <c>any</c>, <c>not-all</c> or <c>not-any</c>), of each
    /// condition <c>group</c>, <c>not</c>, <c>field</c> and <c>value</c>.</param>
    public static SearchBuilder Read(IQueryCollection given)
    {
        var (groups, nots, fields, values) = (given["group"], given["not"], given["field"], given["value"]);
        var rows = Enumerable.Range(0, Math.Min(MaxRows, values.Count))
            .Select(at => (Group: int.TryParse(groups.ElementAtOrDefault(at), out var group) ? group : 0,
                Row: new BuilderRow(nots.ElementAtOrDefault(at) == "not", GetField(fields.ElementAtOrDefault(at)), values[at] ?? "")))
            .Select((one, at) => (one.Group, one.Row, At: at)).ToList();
        var (work, number) = given["do"].ToString().Split(' ') is [var verb, var text] && int.TryParse(text, out var read) ? (verb, read)
            : (given["do"].ToString(), -1);
        if (work == "remove") rows.RemoveAll(one => one.At == number);
        var built = given["kind"].Take(MaxGroups).Select((kind, at) => new BuilderGroup(
            kind?.StartsWith("not", StringComparison.Ordinal) == true,
            kind?.EndsWith("any", StringComparison.Ordinal) == true,
            [.. rows.Where(one => one.Group == at).Select(one => one.Row), .. work == "add" && number == at
                ? [new BuilderRow(false, "", "")] : Array.Empty<BuilderRow>()])).ToList();
        // A group whose last condition was removed goes with it.
        built.RemoveAll(group => group.Rows.Count == 0);
        if (work == "group" || built.Count == 0) built.Add(BuilderGroup.Blank);
        return new(given["join"] == "any", built) { Kept = given["kept"].ToString() };
    }

    private static string GetField(string? name) => Fields.FirstOrDefault(field => field.Name == name)?.Name ?? "";
}
