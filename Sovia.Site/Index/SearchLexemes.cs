using System.Globalization;
using Sovia.Caching;
using Sovia.Library;
using Sovia.Text;

namespace Sovia.Index;

/// <summary>
/// The lexemes of a row: its words as written, words with diacritics once more without them after a <c>^</c>, the stems of inflected words
/// after a <c>~</c>, and selective properties after a colon. No word begins with any of these characters.
/// </summary>
public static class SearchLexemes
{
    private const int MaxValueLength = 200;
    private const int MemoCapacity = 1_000;

    private static readonly BoundedMemo<string> Models = new(MemoCapacity), Modes = new(MemoCapacity), Hosts = new(MemoCapacity);

    private static readonly PostFlag[] Flags = [.. Enum.GetValues<PostFlag>().Where(flag => flag != PostFlag.None)];

    /// <summary>Returns all lexemes of a row: its properties and its words. Each list is distinct and in ordinal order.</summary>
    public static (IReadOnlyList<string> Facts, IReadOnlyList<string> Words) ForRow(IndexRow row) =>
        (SortedSets.SortDistinct(GetPropertyLexemes(row)), AnalyzedText.UnionLexemes(row.Texts));

    private static List<string> GetPropertyLexemes(IndexRow row)
    {
        var lexemes = new List<string>(12) { ForHasPrompt(row.HasPrompt) };
        if (row.Items > 0) lexemes.Add(ForIsSafe(row.Safe == row.Items));
        if (row.Models.Count == 0) lexemes.Add(ForModel(null));
        if (row.Modes.Count == 0) lexemes.Add(ForMode(null));
        if (row.Seeds.Count == 0) lexemes.Add(ForSeed(null));
        if (row.Owners.Count == 0) lexemes.Add(ForOwner(null));
        if (row.Sizes.Count == 0) lexemes.Add(ForSize(null));
        foreach (var model in row.Models) lexemes.Add(ForModel(model));
        foreach (var mode in row.Modes) lexemes.Add(ForMode(mode));
        foreach (var host in row.Hosts) lexemes.Add(ForHost(host));
        foreach (var seed in row.Seeds) lexemes.Add(ForSeed(seed));
        foreach (var owner in row.Owners) lexemes.Add(ForOwner(owner));
        foreach (var size in row.Sizes) lexemes.AddRange([ForSize(size), ForOrientation(size.Orientation)]);
        if (row.Flags != PostFlag.None) lexemes.AddRange(Flags.Where(flag => (row.Flags & flag) != 0).Select(ForFlag));
        return lexemes;
    }

    /// <summary>Returns the lexeme of a word whose diacritics were removed.</summary>
    public static string ForBareWord(string bare) => "^" + bare;

    /// <summary>Returns whether a lexeme is a word as written.</summary>
    public static bool IsWord(string lexeme) => lexeme[0] is not ('~' or '^' or ':');

    /// <summary>Returns the lexeme of a stem that differs from the word.</summary>
    public static string ForStem(string stem) => "~" + stem;

    /// <summary>Returns the lexeme of a model, or of no known model.</summary>
    public static string ForModel(string? model) => GetMemoized(Models, 'm', model);

    /// <summary>Returns the lexeme of a mode, or of no known mode.</summary>
    public static string ForMode(string? mode) => GetMemoized(Modes, 'o', mode);

    /// <summary>Returns the lexeme of a host, or of a missing URL.</summary>
    public static string ForHost(string? host) => GetMemoized(Hosts, 'h', string.IsNullOrEmpty(host) ? null : host);

    /// <summary>Returns the lexeme of a seed, or of no known seed.</summary>
    public static string ForSeed(string? seed) => CreateLexeme('d', seed);

    /// <summary>Returns the lexeme of an owner, or of no known owner.</summary>
    public static string ForOwner(Guid? owner) => owner is { } id ? $":w {id:N}" : ":w";

    /// <summary>Returns the lexeme of dimensions, or of unknown ones.</summary>
    public static string ForSize(FrameSize? size) =>
        CreateLexeme('z', size is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s.Width}x{s.Height}") : null);

    /// <summary>Returns the lexeme of an orientation.</summary>
    public static string ForOrientation(Orientation shape) => CreateLexeme('a', shape.ToString());

    /// <summary>Returns the lexeme for having a prompt or not.</summary>
    public static string ForHasPrompt(bool has) => has ? ":p1" : ":p0";

    /// <summary>Returns the lexeme for having all files saved or not.</summary>
    public static string ForIsSafe(bool safe) => safe ? ":s1" : ":s0";

    /// <summary>Returns the lexeme of a flag.</summary>
    public static string ForFlag(PostFlag flag) => $":f{(int)flag}";

    private static string GetMemoized(BoundedMemo<string> memo, char kind, string? value) =>
        value is null || value.Length > MaxValueLength ? CreateLexeme(kind, value) : memo.TryGet(value, out var lexeme) ? lexeme
        : memo.Add(value, CreateLexeme(kind, value));

    private static string CreateLexeme(char kind, string? value)
    {
        if (value is null) return $":{kind}";
        var name = value.ToLowerInvariant();
        if (name.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            name = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return string.Concat([':', kind, ' '], name.AsSpan(0, Math.Min(name.Length, MaxValueLength)));
    }
}
