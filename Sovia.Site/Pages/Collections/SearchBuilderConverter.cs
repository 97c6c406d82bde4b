using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Query.Metatags;

namespace Sovia.Pages.Collections;

/// <summary>
/// Converts a search to groups of conditions. Parts that are nested too deeply for groups become conditions on words, which can contain
/// any search.
/// </summary>
internal sealed class SearchBuilderConverter
{
    private readonly List<string> texts = [];

    private SearchBuilderConverter() { }

    /// <summary>Converts a query; its filters become conditions too.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The groups, and whether one is enough; and the parts that are shown as text only. Null if a filter has no search
    /// syntax.</returns>
    public static (bool IsAny, IReadOnlyList<BuilderGroup> Groups, IReadOnlyList<string> Texts)? Read(LibraryQuery query)
    {
        var search = string.Join(' ', query.Choices.SelectMany(GetTexts)
            .Prepend(query.Search.Canonical.Length == 0 ? "" : $"({query.Search.Canonical})"));
        var (reader, parser) = (new SearchBuilderConverter(),
            new SearchParser(search, new LocalCalendar(query.Now, query.Zone), ParsedSearch.MaxTerms));
        var node = parser.Parse();
        if (parser.Messages.Any()) return null;
        if (node is null) return (false, [BuilderGroup.Blank], []);
        var isAny = node is SearchNode.Any;
        var groups = reader.ReadGroups(GetParts(node), isAny);
        return (isAny, groups, reader.texts);
    }

    private static IEnumerable<string> GetTexts(Sovia.Query.Facets.FacetChoice choice)
    {
        if (!choice.Included.IsEmpty) yield return $"({string.Join(" or ", choice.Included.Select(choice.Facet.ToSearchText))})";
        foreach (var value in choice.Excluded) yield return $"-{choice.Facet.ToSearchText(value)}";
    }

    private static ImmutableArray<SearchNode> GetParts(SearchNode node) => node switch
    {
        SearchNode.All all => all.Parts,
        SearchNode.Any any => any.Parts,
        _ => [node],
    };

    // Adjacent conditions share a group; every other part gets its own group.
    private List<BuilderGroup> ReadGroups(ImmutableArray<SearchNode> parts, bool isAny)
    {
        var groups = new List<BuilderGroup>();
        for (var i = 0; i < parts.Length;)
        {
            if (groups.Count == SearchBuilder.MaxGroups - 1 && i < parts.Length - 1)
            {
                groups.Add(new(false, false, [CreateTextRow(isAny ? new SearchNode.Any([.. parts.Skip(i)])
                    : new SearchNode.All([.. parts.Skip(i)]))]));
                return groups;
            }
            var conditions = parts.Skip(i).TakeWhile(IsCondition).ToList();
            groups.Add(conditions.Count > 0 ? new(false, isAny, ReadRows(conditions, isAny)) : ReadGroup(parts[i]));
            i += Math.Max(1, conditions.Count);
        }
        return groups;
    }

    private BuilderGroup ReadGroup(SearchNode node)
    {
        var (inner, isNot) = node is SearchNode.Exclusion { Other: var excluded } ? (excluded, true) : (node, false);
        if (inner is not SearchNode.Leaf && GetParts(inner).All(IsCondition))
            return new(isNot, inner is SearchNode.Any, ReadRows(GetParts(inner), inner is SearchNode.Any));
        return new(false, false, [CreateTextRow(node)]);
    }

    private static bool IsCondition(SearchNode node) => node is SearchNode.Leaf or SearchNode.Exclusion { Other: SearchNode.Leaf };

    private static List<BuilderRow> ReadRows(IEnumerable<SearchNode> conditions, bool isAny)
    {
        var rows = new List<BuilderRow>();
        foreach (var node in conditions)
        {
            var row = ReadRow(node);
            // Joins words that must all occur into one condition.
            if (!isAny && row is { IsNot: false, Field: "" } && rows is [.., { IsNot: false, Field: "" } lastRow])
                rows[^1] = lastRow with { Value = $"{lastRow.Value} {row.Value}" };
            else rows.Add(row);
        }
        return rows;
    }

    private static BuilderRow ReadRow(SearchNode node)
    {
        var (leaf, isNot) = node is SearchNode.Exclusion { Other: var excluded } ? (excluded, true) : (node, false);
        var text = leaf.Text;
        if (text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && MetatagList.Find(text[..colon]) is { } metatag
            && new BuilderRow(false, metatag.Name, text[(colon + 1)..]) is var row && row.Text == text) return row with { IsNot = isNot };
        return new(isNot, "", text);
    }

    private BuilderRow CreateTextRow(SearchNode node)
    {
        texts.Add(node.Text);
        return new(false, "", node.Text);
    }
}
