using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Metatags;

/// <summary>A metatag with a fixed set of values.</summary>
/// <param name="name">The name before the colon.</param>
/// <param name="help">A sentence for the help page.</param>
/// <param name="choices">Each value's aliases, separated by spaces with the canonical one first, and its term.</param>
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
