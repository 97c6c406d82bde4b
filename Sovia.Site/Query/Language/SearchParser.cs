using Sovia.Library.Dates;
using Sovia.Query.Metatags;
using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>
/// Parses the tokens of a search into a tree by recursive descent: <c>any = all { or all }</c>, <c>all = { one }</c>, <c>one = [-] ( "("
/// any ")" | word | phrase | metatag )</c>. Tokens that cannot be parsed are reported and ignored.
/// </summary>
internal sealed class SearchParser(string text, LocalCalendar calendar, int mostTerms)
{
    private readonly List<SyntaxToken> lexemes = [.. Lexer.Tokenize(text)];
    private readonly HashSet<SearchMessage> messages = [];
    private int next, depth, terms;
    private bool isFull;

    public IEnumerable<SearchMessage> Messages => messages.OrderBy(searchMessage => searchMessage.Start);

    /// <summary>Whether the meaning of any part depends on the current date, or on a collection.</summary>
    public (bool Tomorrow, bool WithLists) Dependencies { get; private set; }

    public SearchNode? Parse()
    {
        var parts = new List<SearchNode>();
        while (true)
        {
            if (Any() is { } part) parts.Add(part);
            if (next == lexemes.Count) return SearchNode.CombineAll(parts);
            Tell(lexemes[next++], "Unmatched “)”, ignored.");
        }
    }

    private SearchNode? Any()
    {
        var parts = new List<SearchNode>();
        SyntaxToken? or = null;
        while (true)
        {
            var before = next;
            var part = All();
            if (part is not null) parts.Add(part);
            var at = Peek;
            if (next == before && (or ?? (at?.Kind == SyntaxToken.TokenKind.Or ? at : null)) is { } idle)
                Tell(idle, "“or” needs a term on both sides. To search for the word, type =or.");
            if (at?.Kind != SyntaxToken.TokenKind.Or) return SearchNode.CombineAny(parts);
            or = lexemes[next++];
        }
    }

    private SearchNode? All()
    {
        var parts = new List<SearchNode>();
        while (Peek is { Kind: not (SyntaxToken.TokenKind.Or or SyntaxToken.TokenKind.Close) })
            parts.AddRange(One());
        return SearchNode.CombineAll(parts);
    }

    private IReadOnlyList<SearchNode> One()
    {
        var syntaxToken = lexemes[next++];
        switch (syntaxToken.Kind)
        {
            case SyntaxToken.TokenKind.Not: return Not(syntaxToken);
            case SyntaxToken.TokenKind.Open: return Group(syntaxToken) is { } group ? [group] : [];
            case SyntaxToken.TokenKind.Phrase: return Kept(syntaxToken, Phrase(syntaxToken));
            case SyntaxToken.TokenKind.Metatag: return Kept(syntaxToken, Metatag(syntaxToken));
            default: return Kept(syntaxToken, Chunk(syntaxToken, syntaxToken.Text));
        }
    }

    private IReadOnlyList<SearchNode> Not(SyntaxToken dash)
    {
        if (Peek is not { Kind: not SyntaxToken.TokenKind.Close } other || other.Start > dash.End
            || SyntaxCharacters.IsPipe(other.Text.FirstOrDefault()))
        {
            Tell(dash, "“-” must be directly followed by a term, as in -night.");
            return [];
        }
        // Two dashes cancel each other out.
        return SearchNode.CombineAll(One()) is not { } searchNode ? []
            : [dash.Length % 2 == 0 ? searchNode : SearchNode.Negate(searchNode)];
    }

    private SearchNode? Group(SyntaxToken open)
    {
        if (depth == ParsedSearch.MaxDepth) return Skipped(open);
        depth++;
        var before = next;
        var group = Any();
        depth--;
        if (Peek is null) Tell(open, "Missing closing parenthesis. Sovia assumed it at the end.");
        else if (next == before) Tell(open, "Empty parentheses.");
        if (Peek is not null) next++;
        return group;
    }

    private SearchNode? Skipped(SyntaxToken open)
    {
        Tell(open, $"Parentheses nested deeper than {ParsedSearch.MaxDepth} levels are ignored.");
        for (var inside = 1; inside > 0 && next < lexemes.Count; next++)
            inside += lexemes[next].Kind switch { SyntaxToken.TokenKind.Open => 1, SyntaxToken.TokenKind.Close => -1, _ => 0 };
        return null;
    }

    private IReadOnlyList<SearchNode.Leaf> Phrase(SyntaxToken syntaxToken)
    {
        if (!syntaxToken.IsClosed) messages.Add(ParsedSearch.CreateUnclosedQuoteMessage(syntaxToken.Start, syntaxToken.Length));
        var words = Tokenizer.GetWords(syntaxToken.Text).Take(WordParser.MaxPhraseLength + 1).ToList();
        if (words.Count == 0) Tell(syntaxToken, "Empty quotes.");
        if (words.Count > WordParser.MaxPhraseLength)
            Tell(syntaxToken, $"Only the first {WordParser.MaxPhraseLength} words of a phrase are searched for.");
        return words.Count == 0 ? [] : [WordParser.CreatePhrase(words)];
    }

    private IReadOnlyList<SearchNode.Leaf> Metatag(SyntaxToken syntaxToken)
    {
        if (MetatagList.Find(syntaxToken.Text) is { } tag)
            return MetatagParser.Parse(tag, syntaxToken, calendar, messages) is { } node ? [node] : [];
        if (syntaxToken.Items is not [{ Text: "" }])
            Tell(syntaxToken,
                $"“{syntaxToken.Text}:” isn't a filter. {MetatagList.HintFor(syntaxToken.Text)} Sovia searched for it as text.");
        return Chunk(syntaxToken, text.Substring(syntaxToken.Start, syntaxToken.Length));
    }

    private IReadOnlyList<SearchNode.Leaf> Chunk(SyntaxToken syntaxToken, string chunk)
    {
        var (nodes, complaint) = WordParser.ParseChunk(chunk);
        if (nodes.Count == 0) complaint = $"“{SyntaxCharacters.Truncate(chunk, 40)}” has nothing to search for.";
        if (complaint is not null) Tell(syntaxToken, complaint);
        return nodes;
    }

    private IReadOnlyList<SearchNode> Kept(SyntaxToken syntaxToken, IReadOnlyList<SearchNode.Leaf> leaves)
    {
        terms += leaves.Sum(leaf => leaf.Weight);
        if (terms > mostTerms)
        {
            Tell(syntaxToken,
                $"Search too long: everything from here on was ignored (limit: {ParsedSearch.MaxTerms} terms or {ParsedSearch.MaxLength:N0} characters).");
            isFull = true;
            next = lexemes.Count;
            return [];
        }
        Dependencies = (Dependencies.Tomorrow || leaves.Any(leaf => leaf.IsRelative), Dependencies.WithLists
            || leaves.Any(leaf => leaf.ReferencesCollections));
        return leaves;
    }

    private SyntaxToken? Peek => next < lexemes.Count ? lexemes[next] : null;

    private void Tell(SyntaxToken syntaxToken, string what)
    {
        // Once the search is full, the rest is skipped, so errors such as an unclosed parenthesis may be false.
        if (!isFull) messages.Add(new(syntaxToken.Start, syntaxToken.Length, what));
    }
}
