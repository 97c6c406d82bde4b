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
    private readonly List<SyntaxToken> tokens = [.. Lexer.Tokenize(text)];
    private readonly HashSet<SearchMessage> messages = [];
    private int position, depth, termCount;
    private bool isFull;

    public IEnumerable<SearchMessage> Messages => messages.OrderBy(searchMessage => searchMessage.Start);

    /// <summary>Whether the meaning of any part depends on the current date, or on a collection.</summary>
    public (bool IsRelative, bool ReferencesCollections) Dependencies { get; private set; }

    public SearchNode? Parse()
    {
        var parts = new List<SearchNode>();
        while (true)
        {
            if (ParseAny() is { } part) parts.Add(part);
            if (position == tokens.Count) return SearchNode.CombineAll(parts);
            AddMessage(tokens[position++], "Unmatched “)”, ignored.");
        }
    }

    private SearchNode? ParseAny()
    {
        var parts = new List<SearchNode>();
        SyntaxToken? orToken = null;
        while (true)
        {
            var start = position;
            var part = ParseAll();
            if (part is not null) parts.Add(part);
            var token = Peek;
            if (position == start && (orToken ?? (token?.Kind == SyntaxToken.TokenKind.Or ? token : null)) is { } danglingOr)
                AddMessage(danglingOr, "“or” needs a term on both sides. To search for the word, type =or.");
            if (token?.Kind != SyntaxToken.TokenKind.Or) return SearchNode.CombineAny(parts);
            orToken = tokens[position++];
        }
    }

    private SearchNode? ParseAll()
    {
        var parts = new List<SearchNode>();
        while (Peek is { Kind: not (SyntaxToken.TokenKind.Or or SyntaxToken.TokenKind.Close) })
            parts.AddRange(ParseTerm());
        return SearchNode.CombineAll(parts);
    }

    private IReadOnlyList<SearchNode> ParseTerm()
    {
        var token = tokens[position++];
        switch (token.Kind)
        {
            case SyntaxToken.TokenKind.Not: return ParseNot(token);
            case SyntaxToken.TokenKind.Open: return ParseGroup(token) is { } group ? [group] : [];
            case SyntaxToken.TokenKind.Phrase: return ApplyLimit(token, ParsePhrase(token));
            case SyntaxToken.TokenKind.Metatag: return ApplyLimit(token, ParseMetatag(token));
            default: return ApplyLimit(token, ParseChunk(token, token.Text));
        }
    }

    private IReadOnlyList<SearchNode> ParseNot(SyntaxToken dash)
    {
        if (Peek is not { Kind: not SyntaxToken.TokenKind.Close } other || other.Start > dash.End
            || SyntaxCharacters.IsPipe(other.Text.FirstOrDefault()))
        {
            AddMessage(dash, "“-” must be directly followed by a term, as in -night.");
            return [];
        }
        // Two dashes cancel each other out.
        return SearchNode.CombineAll(ParseTerm()) is not { } node ? []
            : [dash.Length % 2 == 0 ? node : SearchNode.Negate(node)];
    }

    private SearchNode? ParseGroup(SyntaxToken open)
    {
        if (depth == ParsedSearch.MaxDepth) return SkipGroup(open);
        depth++;
        var start = position;
        var group = ParseAny();
        depth--;
        if (Peek is null) AddMessage(open, "Missing closing parenthesis. Sovia assumed it at the end.");
        else if (position == start) AddMessage(open, "Empty parentheses.");
        if (Peek is not null) position++;
        return group;
    }

    private SearchNode? SkipGroup(SyntaxToken open)
    {
        AddMessage(open, $"Parentheses nested deeper than {ParsedSearch.MaxDepth} levels are ignored.");
        for (var openCount = 1; openCount > 0 && position < tokens.Count; position++)
            openCount += tokens[position].Kind switch { SyntaxToken.TokenKind.Open => 1, SyntaxToken.TokenKind.Close => -1, _ => 0 };
        return null;
    }

    private IReadOnlyList<SearchNode.Leaf> ParsePhrase(SyntaxToken token)
    {
        if (!token.IsClosed) messages.Add(ParsedSearch.CreateUnclosedQuoteMessage(token.Start, token.Length));
        var words = Tokenizer.GetWords(token.Text).Take(WordParser.MaxPhraseLength + 1).ToList();
        if (words.Count == 0) AddMessage(token, "Empty quotes.");
        if (words.Count > WordParser.MaxPhraseLength)
            AddMessage(token, $"Only the first {WordParser.MaxPhraseLength} words of a phrase are searched for.");
        return words.Count == 0 ? [] : [WordParser.CreatePhrase(words)];
    }

    private IReadOnlyList<SearchNode.Leaf> ParseMetatag(SyntaxToken token)
    {
        if (MetatagList.Find(token.Text) is { } tag)
            return MetatagParser.Parse(tag, token, calendar, messages) is { } node ? [node] : [];
        if (token.Items is not [{ Text: "" }])
            AddMessage(token,
                $"“{token.Text}:” isn't a filter. {MetatagList.HintFor(token.Text)} Sovia searched for it as text.");
        return ParseChunk(token, text.Substring(token.Start, token.Length));
    }

    private IReadOnlyList<SearchNode.Leaf> ParseChunk(SyntaxToken token, string chunk)
    {
        var (nodes, problem) = WordParser.ParseChunk(chunk);
        if (nodes.Count == 0) problem = $"“{SyntaxCharacters.Truncate(chunk, 40)}” has nothing to search for.";
        if (problem is not null) AddMessage(token, problem);
        return nodes;
    }

    private IReadOnlyList<SearchNode> ApplyLimit(SyntaxToken token, IReadOnlyList<SearchNode.Leaf> leaves)
    {
        termCount += leaves.Sum(leaf => leaf.Weight);
        if (termCount > mostTerms)
        {
            AddMessage(token,
                $"Search too long: everything from here on was ignored (limit: {ParsedSearch.MaxTerms} terms or {ParsedSearch.MaxLength:N0} characters).");
            isFull = true;
            position = tokens.Count;
            return [];
        }
        Dependencies = (Dependencies.IsRelative || leaves.Any(leaf => leaf.IsRelative), Dependencies.ReferencesCollections
            || leaves.Any(leaf => leaf.ReferencesCollections));
        return leaves;
    }

    private SyntaxToken? Peek => position < tokens.Count ? tokens[position] : null;

    private void AddMessage(SyntaxToken token, string message)
    {
        // Adds no message after the term limit, because the rest is skipped and errors such as an unclosed parenthesis may be false.
        if (!isFull) messages.Add(new(token.Start, token.Length, message));
    }
}
