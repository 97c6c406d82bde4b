using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag that knows a few values and no others.</summary>
/// <param name="name">What stands before the colon.</param>
/// <param name="help">A sentence for the help sheet.</param>
/// <param name="choices">Each value with other words for it, parted by spaces, the one to write first, and what it means.</param>
internal abstract class ChoiceMetatag(string name, string help, params (string Words, Term Term)[] choices) : IMetatag
{
    private readonly ImmutableArray<(string[] Words, Term Term)> choices =
        [.. choices.Select(choice => (choice.Words.Split(' '), choice.Term))];

    public string Name => name;

    public string Help => help;

    public ImmutableArray<string> Examples => [.. Values.Take(2).Select(value => $"{Name}:{value}")];

    public ImmutableArray<string> Values => [.. choices.Select(choice => choice.Words[0])];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        foreach (var (words, term) in choices)
            if (words.Contains(item.Text, StringComparer.OrdinalIgnoreCase))
                return new(term, words[0]);
        return ParsedValue.Invalid($"“{SyntaxCharacters.Truncate(item.Text, 40)}” isn't a valid {Name}. Use {string.Join(", ", Values)}.");
    }
}
