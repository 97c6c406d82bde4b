using System.Text;

namespace Sovia.Storage.Copying;

/// <summary>A <c>tsvector</c> without places as PostgreSQL's binary COPY takes it.</summary>
internal static class TsVectorWriter
{
    /// <summary>Writes one with its length.</summary>
    /// <param name="to">Where it goes.</param>
    /// <param name="facts">Lexemes that begin with a colon, each once, best in the order of their characters: the server sorts what is in
    /// no order.</param>
    /// <param name="words">The same of those that do not.</param>
    public static void Write(BigEndianWriter to, IReadOnlyList<string> facts, IReadOnlyList<string> words)
    {
        to.Write(4 + SizeOf(facts) + SizeOf(words));
        to.Write(facts.Count + words.Count);
        // Digits come before a colon.
        var first = 0;
        while (first < words.Count && words[first][0] < ':') Write(to, words[first++]);
        for (var i = 0; i < facts.Count; i++) Write(to, facts[i]);
        while (first < words.Count) Write(to, words[first++]);
    }

    private static int SizeOf(IReadOnlyList<string> lexemes)
    {
        var size = 0;
        for (var i = 0; i < lexemes.Count; i++) size += Encoding.UTF8.GetByteCount(lexemes[i]) + 3;
        return size;
    }

    // Behind each there is an end, and that it stands at no place.
    private static void Write(BigEndianWriter to, string lexeme)
    {
        var room = to.GetSpan(Encoding.UTF8.GetByteCount(lexeme) + 3);
        room[Encoding.UTF8.GetBytes(lexeme, room)..].Clear();
    }
}
