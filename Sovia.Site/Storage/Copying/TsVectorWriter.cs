using System.Text;

namespace Sovia.Storage.Copying;

/// <summary>Writes a <c>tsvector</c> without positions in PostgreSQL's binary COPY format.</summary>
internal static class TsVectorWriter
{
    /// <summary>Writes a vector, preceded by its length in bytes.</summary>
    /// <param name="to">Receives the bytes.</param>
    /// <param name="facts">Distinct lexemes that begin with a colon, preferably in ordinal order, because the server has to sort the rest.
    /// </param>
    /// <param name="words">Distinct lexemes that do not begin with a colon, preferably in ordinal order too.</param>
    public static void Write(BigEndianWriter to, IReadOnlyList<string> facts, IReadOnlyList<string> words)
    {
        to.Write(4 + GetSize(facts) + GetSize(words));
        to.Write(facts.Count + words.Count);
        // Digits sort before a colon.
        var wordIndex = 0;
        while (wordIndex < words.Count && words[wordIndex][0] < ':') Write(to, words[wordIndex++]);
        for (var i = 0; i < facts.Count; i++) Write(to, facts[i]);
        while (wordIndex < words.Count) Write(to, words[wordIndex++]);
    }

    private static int GetSize(IReadOnlyList<string> lexemes)
    {
        var size = 0;
        for (var i = 0; i < lexemes.Count; i++) size += Encoding.UTF8.GetByteCount(lexemes[i]) + 3;
        return size;
    }

    // Each lexeme is followed by a terminating zero and a 16-bit count of positions, which is zero.
    private static void Write(BigEndianWriter writer, string lexeme)
    {
        var span = writer.GetSpan(Encoding.UTF8.GetByteCount(lexeme) + 3);
        span[Encoding.UTF8.GetBytes(lexeme, span)..].Clear();
    }
}
