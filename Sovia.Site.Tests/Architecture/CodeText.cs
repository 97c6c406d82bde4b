using System.Text;

namespace Sovia.Tests.Architecture;

/// <summary>
/// C# source with comments and the text of literals turned to spaces, line breaks kept: what is left is code, at its place.
/// The holes of interpolated strings are code.
/// </summary>
public static class CodeText
{
    public static string Of(string source)
    {
        var reader = new Reader(source);
        reader.Code(inHole: false);
        return reader.Text;
    }

    private sealed class Reader(string source)
    {
        private readonly StringBuilder _kept = new(source.Length);
        private int _at;

        public string Text => _kept.ToString();

        public void Code(bool inHole)
        {
            var depth = 0;
            while (_at < source.Length)
            {
                if (Sees("//")) BlankUntil("\n", taking: false);
                else if (Sees("/*")) BlankUntil("*/");
                else if (source[_at] == '\'') Character();
                else if (StringStart() is var (dollars, verbatim, quotes)) String(dollars, verbatim, quotes);
                else if (inHole && source[_at] == '}' && depth-- == 0) return;
                else
                {
                    if (source[_at] == '{') depth++;
                    Keep(1);
                }
            }
        }

        private (int Dollars, bool Verbatim, int Quotes)? StringStart()
        {
            var at = _at;
            while (at < source.Length && source[at] is '$' or '@') at++;
            var quotes = Run('"', at);
            if (quotes == 0) return null;
            var prefix = source.AsSpan(_at, at - _at);
            var raw = quotes >= 3 && !prefix.Contains('@');
            return (prefix.Count('$'), prefix.Contains('@'), raw ? quotes : 1);
        }

        private void String(int dollars, bool verbatim, int quotes)
        {
            var raw = quotes >= 3;
            while (source[_at] != '"') Keep(1);
            Keep(quotes);
            while (_at < source.Length)
            {
                if (source[_at] == '\\' && !verbatim && !raw) Blank(2);
                else if (source[_at] == '"' && verbatim && Run('"', _at) >= 2) Blank(2);
                else if (source[_at] == '"' && Run('"', _at) >= quotes)
                {
                    Keep(quotes);
                    return;
                }
                else if (dollars > 0 && source[_at] == '{') Braces(dollars, raw);
                else Blank(1);
            }
        }

        private void Braces(int dollars, bool raw)
        {
            // Outside raw strings a doubled brace is a brace; in them, as many as there are dollars open a hole.
            var run = Run('{', _at);
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
            while (_at < source.Length && source[_at] is not ('\'' or '\n')) Blank(source[_at] == '\\' ? 2 : 1);
            if (Sees("'")) Keep(1);
        }

        private void BlankUntil(string end, bool taking = true)
        {
            var found = source.IndexOf(end, _at + 1, StringComparison.Ordinal);
            Blank((found < 0 ? source.Length : found + (taking ? end.Length : 0)) - _at);
        }

        private bool Sees(string text) => string.CompareOrdinal(source, _at, text, 0, text.Length) == 0;

        private int Run(char of, int from)
        {
            var at = from;
            while (at < source.Length && source[at] == of) at++;
            return at - from;
        }

        private void Keep(int count)
        {
            for (var end = Math.Min(_at + count, source.Length); _at < end; _at++) _kept.Append(source[_at]);
        }

        private void Blank(int count)
        {
            for (var end = Math.Min(_at + count, source.Length); _at < end; _at++) _kept.Append(source[_at] is '\n' ? '\n' : ' ');
        }
    }
}
