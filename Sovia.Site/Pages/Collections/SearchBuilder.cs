using Sovia.Query.Metatags;

namespace Sovia.Pages.Collections;

/// <summary>
/// A search that is built from a form: groups of conditions, of which all must hold, or any. The whole form stands in its address.
/// </summary>
/// <param name="IsAny">Whether one group is enough.</param>
/// <param name="Groups">The groups; at least one.</param>
public sealed record SearchBuilder(bool IsAny, IReadOnlyList<BuilderGroup> Groups)
{
    private const int MaxGroups = 20, MaxRows = 100;

    /// <summary>The fields to choose from.</summary>
    public static IEnumerable<IMetatag> Fields => MetatagList.All;

    /// <summary>The search.</summary>
    public string Search => string.Join(IsAny ? " or " : " ", Groups.Select(group => group.Text).OfType<string>());

    /// <summary>The search as an address writes it; empty where nothing was filled in.</summary>
    public string Query => Search.Length == 0 ? "" : $"search={Uri.EscapeDataString(Search)}";

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
        return new(given["join"] == "any", built);
    }

    private static string GetField(string? name) => Fields.FirstOrDefault(field => field.Name == name)?.Name ?? "";
}
