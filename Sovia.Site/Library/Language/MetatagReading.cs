using Sovia.Library.Search;

namespace Sovia.Library.Language;

/// <summary>Reads a metatag with its list of values.</summary>
internal static class MetatagReading
{
    /// <summary>What it means; null where none of its values means anything. What is wrong is added to the messages.</summary>
    public static Node.Leaf? Of(IMetatag tag, Lexeme lexeme, LocalCalendar calendar, ICollection<Message> messages)
    {
        var items = lexeme.Items.Where(item => item.Text.Length > 0).Take(Reading.MostTerms).ToList();
        if (items.Count == 0) messages.Add(new(lexeme.Start, lexeme.Length, $"“{tag.Name}:” needs a value, as in {tag.Examples[0]}."));
        else if (items.Count < lexeme.Items.Length)
            messages.Add(new(lexeme.Start, lexeme.Length, $"“{tag.Name}:” has an empty value or too many. Use up to {Reading.MostTerms}, separated by commas without spaces."));
        var read = new List<ItemReading>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!item.IsClosed) messages.Add(Reading.Unclosed(item.Start, item.Length));
            var reading = tag.Read(item, calendar);
            // The same of every value is told of the first.
            if (reading.Complaint is { } complaint && told.Add(complaint)) messages.Add(new(item.Start, item.Length, complaint));
            if (reading.Term is not null && !read.Exists(other => other.Written == reading.Written)) read.Add(reading);
        }
        return read.Count == 0 ? null : Leaf(tag, read);
    }

    private static Node.Leaf Leaf(IMetatag tag, List<ItemReading> read) => new(
        read.Count == 1 ? read[0].Term! : new Term.AnyOf([.. read.Select(reading => reading.Term!)]),
        $"{tag.Name}:{string.Join(',', read.Select(reading => reading.Written))}",
        read.Count,
        read.Exists(reading => reading.Moves),
        read.Exists(reading => reading.NamesLists));
}
