using System.Text;

namespace Sovia.Tests.Architecture;

/// <summary>
/// C# source with comments and the text of literals turned to spaces, line breaks kept: what is left is code, at its place.
/// The holes of interpolated strings are code.
/// </summary>
public static class CodeText
{
    public static string Extract(string source)
    {
        var reader = new Reader(source);
        reader.Code(inHole: false);
        return reader.Text;
    }

    /// <summary>The literals, each from its first to its last quote with the holes and what stands in them.</summary>
    public static IReadOnlyList<(int At, string Text)> LiteralsOf(string source)
    {
        var reader = new Reader(source);
        reader.Code(inHole: false);
        return [.. reader.Literals.Select(literal => (literal.At, source[literal.At..literal.End]))];
    }

    private sealed class Reader(string source)
    {
        private readonly StringBuilder output = new(source.Length);
        private int place;

        public string Text => output.ToString();

        public List<(int At, int End)> Literals { get; } = [];

        public void Code(bool inHole)
        {
            var depth = 0;
            while (place < source.Length)
            {
                if (IsAt("//")) BlankUntil("\n", taking: false);
                else if (IsAt("/*")) BlankUntil("*/");
                else if (source[place] == '\'') Character();
                else if (StringStart() is var (dollars, verbatim, quotes))
                {
                    var at = place;
                    String(dollars, verbatim, quotes);
                    Literals.Add((at, place));
                }
                else if (inHole && source[place] == '}' && depth-- == 0) return;
                else
                {
                    if (source[place] == '{') depth++;
                    Keep(1);
                }
            }
        }

        private (int Dollars, bool Verbatim, int Quotes)? StringStart()
        {
            var at = place;
            while (at < source.Length && source[at] is '$' or '@') at++;
            var quotes = Run('"', at);
            if (quotes == 0) return null;
            var prefix = source.AsSpan(place, at - place);
            var raw = quotes >= 3 && !prefix.Contains('@');
            return (prefix.Count('$'), prefix.Contains('@'), raw ? quotes : 1);
        }

        private void String(int dollars, bool verbatim, int quotes)
        {
            var raw = quotes >= 3;
            while (source[place] != '"') Keep(1);
            Keep(quotes);
            while (place < source.Length)
            {
                if (source[place] == '\\' && !verbatim && !raw) Blank(2);
                else if (source[place] == '"' && verbatim && Run('"', place) >= 2) Blank(2);
                else if (source[place] == '"' && Run('"', place) >= quotes)
                {
                    Keep(quotes);
                    return;
                }
                else if (dollars > 0 && source[place] == '{') Braces(dollars, raw);
                else Blank(1);
            }
        }

        private void Braces(int dollars, bool raw)
        {
            // Outside raw strings a doubled brace is a brace; in them, as many as there are dollars open a hole.
            var run = Run('{', place);
            if (raw ? run < dollars : run % 2 == 0)
            {
                Blank(run);
                return;
            }

            Blank(raw ? run : run - 1);
            if (!raw) Keep(1);
            Code(inHole: true);
            if (raw) Blank(dollars);
            else Keep(1);
        }

        private void Character()
        {
            Keep(1);
            while (place < source.Length && source[place] is not ('\'' or '\n')) Blank(source[place] == '\\' ? 2 : 1);
            if (IsAt("'")) Keep(1);
        }

        private void BlankUntil(string end, bool taking = true)
        {
            var found = source.IndexOf(end, place + 1, StringComparison.Ordinal);
            Blank((found < 0 ? source.Length : found + (taking ? end.Length : 0)) - place);
        }

        private bool IsAt(string text) => string.CompareOrdinal(source, place, text, 0, text.Length) == 0;

        private int Run(char of, int from)
        {
            var at = from;
            while (at < source.Length && source[at] == of) at++;
            return at - from;
        }

        private void Keep(int count)
        {
            for (var end = Math.Min(place + count, source.Length); place < end; place++) output.Append(source[place]);
        }

        private void Blank(int count)
        {
            for (var end = Math.Min(place + count, source.Length); place < end; place++) output.Append(source[place] is '\n' ? '\n' : ' ');
        }
    }
}
