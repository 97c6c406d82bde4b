using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>Parses a metatag with its list of values.</summary>
internal static class MetatagParser
{
    /// <summary>Returns the node of a metatag; null if none of its values is valid. Adds errors to the messages.</summary>
    public static SearchNode.Leaf? Parse(IMetatag tag, SyntaxToken syntaxToken, LocalCalendar calendar, ICollection<SearchMessage> messages)
    {
        var items = syntaxToken.Items.Where(item => item.Text.Length > 0).Take(ParsedSearch.MaxTerms).ToList();
        if (items.Count == 0)
            messages.Add(new(syntaxToken.Start, syntaxToken.Length, $"“{tag.Name}:” needs a value, as in {tag.Examples[0]}."));
        else if (items.Count < syntaxToken.Items.Length)
            messages.Add(new(syntaxToken.Start, syntaxToken.Length,
                $"“{tag.Name}:” has an empty value or too many. Use up to {ParsedSearch.MaxTerms}, separated by commas without spaces."));
        var values = new List<ParsedValue>();
        var reportedProblems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!item.IsClosed) messages.Add(ParsedSearch.CreateUnclosedQuoteMessage(item.Start, item.Length));
            var reading = tag.Parse(item, calendar);
            // An error that is the same for several values is reported once.
            if (reading.Problem is { } problem && reportedProblems.Add(problem)) messages.Add(new(item.Start, item.Length, problem));
            if (reading.Term is not null && !values.Exists(other => other.CanonicalText == reading.CanonicalText)) values.Add(reading);
        }
        return values.Count == 0 ? null : CreateLeaf(tag, values);
    }

    private static SearchNode.Leaf CreateLeaf(IMetatag tag, List<ParsedValue> values) => new(
        values.Count == 1 ? values[0].Term! : new Term.AnyOf([.. values.Select(reading => reading.Term!)]),
        $"{tag.Name}:{string.Join(',', values.Select(reading => reading.CanonicalText))}",
        values.Count,
        values.Exists(reading => reading.IsRelative),
        values.Exists(reading => reading.ReferencesCollections));
}
