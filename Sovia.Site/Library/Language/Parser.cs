using Sovia.Library.Search;

namespace Sovia.Library.Language;

/// <summary>
/// Reads the parts of a search into a tree, by recursive descent: <c>any = all { or all }</c>, <c>all = { one }</c>,
/// <c>one = [-] ( "(" any ")" | word | phrase | metatag )</c>. What cannot be read is told and left out.
/// </summary>
internal sealed class Parser(string text, LocalCalendar calendar, int mostTerms)
{
    private readonly List<Lexeme> lexemes = [.. Lexer.Cut(text)];
    private readonly HashSet<Message> messages = [];
    private int next, depth, terms;
    private bool isFull;

    public IEnumerable<Message> Messages => messages.OrderBy(message => message.Start);

    /// <summary>Whether a part means something else tomorrow, or names a collection.</summary>
    public (bool Tomorrow, bool WithLists) Moves { get; private set; }

    public Node? Read()
    {
        var parts = new List<Node>();
        while (true)
        {
            if (Any() is { } part) parts.Add(part);
            if (next == lexemes.Count) return Node.AllOf(parts);
            Tell(lexemes[next++], "Unmatched “)”, ignored.");
        }
    }

    private Node? Any()
    {
        var parts = new List<Node>();
        Lexeme? or = null;
        while (true)
        {
            var before = next;
            var part = All();
            if (part is not null) parts.Add(part);
            var at = Peek;
            if (next == before && (or ?? (at?.Kind == Lexeme.Of.Or ? at : null)) is { } idle)
                Tell(idle, "“or” needs a term on both sides. To search for the word, type =or.");
            if (at?.Kind != Lexeme.Of.Or) return Node.AnyOf(parts);
            or = lexemes[next++];
        }
    }

    private Node? All()
    {
        var parts = new List<Node>();
        while (Peek is { Kind: not (Lexeme.Of.Or or Lexeme.Of.Close) })
            parts.AddRange(One());
        return Node.AllOf(parts);
    }

    private IReadOnlyList<Node> One()
    {
        var lexeme = lexemes[next++];
        switch (lexeme.Kind)
        {
            case Lexeme.Of.Not: return Not(lexeme);
            case Lexeme.Of.Open: return Group(lexeme) is { } group ? [group] : [];
            case Lexeme.Of.Phrase: return Kept(lexeme, Phrase(lexeme));
            case Lexeme.Of.Metatag: return Kept(lexeme, Metatag(lexeme));
            default: return Kept(lexeme, Chunk(lexeme, lexeme.Text));
        }
    }

    private IReadOnlyList<Node> Not(Lexeme dash)
    {
        if (Peek is not { Kind: not Lexeme.Of.Close } other || other.Start > dash.End || Signs.IsBar(other.Text.FirstOrDefault()))
        {
            Tell(dash, "“-” must be directly followed by a term, as in -night.");
            return [];
        }
        // Two dashes cancel each other.
        return Node.AllOf(One()) is not { } node ? [] : [dash.Length % 2 == 0 ? node : Node.Except(node)];
    }

    private Node? Group(Lexeme open)
    {
        if (depth == Reading.Deepest) return Skipped(open);
        depth++;
        var before = next;
        var group = Any();
        depth--;
        if (Peek is null) Tell(open, "Missing closing parenthesis. Sovia assumed it at the end.");
        else if (next == before) Tell(open, "Empty parentheses.");
        if (Peek is not null) next++;
        return group;
    }

    private Node? Skipped(Lexeme open)
    {
        Tell(open, $"Parentheses nested deeper than {Reading.Deepest} levels are ignored.");
        for (var inside = 1; inside > 0 && next < lexemes.Count; next++)
            inside += lexemes[next].Kind switch { Lexeme.Of.Open => 1, Lexeme.Of.Close => -1, _ => 0 };
        return null;
    }

    private IReadOnlyList<Node.Leaf> Phrase(Lexeme lexeme)
    {
        if (!lexeme.IsClosed) messages.Add(Reading.Unclosed(lexeme.Start, lexeme.Length));
        var words = Words.In(lexeme.Text).Take(WordReading.LongestPhrase + 1).ToList();
        if (words.Count == 0) Tell(lexeme, "Empty quotes.");
        if (words.Count > WordReading.LongestPhrase) Tell(lexeme, $"Only the first {WordReading.LongestPhrase} words of a phrase are searched for.");
        return words.Count == 0 ? [] : [WordReading.Phrase(words)];
    }

    private IReadOnlyList<Node.Leaf> Metatag(Lexeme lexeme)
    {
        if (Metatags.Named(lexeme.Text) is { } tag) return MetatagReading.Of(tag, lexeme, calendar, messages) is { } node ? [node] : [];
        if (lexeme.Items is not [{ Text: "" }])
            Tell(lexeme, $"“{lexeme.Text}:” isn't a filter. {Metatags.HintFor(lexeme.Text)} Sovia searched for it as text.");
        return Chunk(lexeme, text.Substring(lexeme.Start, lexeme.Length));
    }

    private IReadOnlyList<Node.Leaf> Chunk(Lexeme lexeme, string chunk)
    {
        var (nodes, complaint) = WordReading.Chunk(chunk);
        if (nodes.Count == 0) complaint = $"“{Signs.Cut(chunk, 40)}” has nothing to search for.";
        if (complaint is not null) Tell(lexeme, complaint);
        return nodes;
    }

    private IReadOnlyList<Node> Kept(Lexeme lexeme, IReadOnlyList<Node.Leaf> leaves)
    {
        terms += leaves.Sum(leaf => leaf.Weight);
        if (terms > mostTerms)
        {
            Tell(lexeme, $"Search too long: everything from here on was ignored (limit: {Reading.MostTerms} terms or {Reading.MostRead:N0} characters).");
            isFull = true;
            next = lexemes.Count;
            return [];
        }
        Moves = (Moves.Tomorrow || leaves.Any(leaf => leaf.Moves), Moves.WithLists || leaves.Any(leaf => leaf.NamesLists));
        return leaves;
    }

    private Lexeme? Peek => next < lexemes.Count ? lexemes[next] : null;

    private void Tell(Lexeme lexeme, string what)
    {
        // What is passed over leaves things open that are not.
        if (!isFull) messages.Add(new(lexeme.Start, lexeme.Length, what));
    }
}
