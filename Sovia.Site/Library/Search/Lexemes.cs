using System.Globalization;

namespace Sovia.Library.Search;

/// <summary>
/// What a row is indexed under: its words as written, those with marks once more without them behind a <c>^</c>, the stems of inflected
/// ones behind a <c>~</c>, and the facts that can be rare behind a colon. No word begins with any of these signs.
/// </summary>
public static class Lexemes
{
    private const int LongestFact = 200;
    private const int MostKnown = 1_000;

    private static readonly Remembered<string> Models = new(MostKnown), Modes = new(MostKnown), Hosts = new(MostKnown);

    private static readonly PostFlag[] Flags = [.. Enum.GetValues<PostFlag>().Where(flag => flag != PostFlag.None)];

    /// <summary>All lexemes of a row: its facts, and its words. Each list has each once, in the order of their characters.</summary>
    public static (IReadOnlyList<string> Facts, IReadOnlyList<string> Words) Of(IndexRow row) => (Sorted.Distinct(FactsOf(row)), CutText.LexemesOf(row.Texts));

    private static List<string> FactsOf(IndexRow row)
    {
        var lexemes = new List<string>(12) { Prompted(row.HasPrompt) };
        if (row.Items > 0) lexemes.Add(Safe(row.Safe == row.Items));
        if (row.Models.Count == 0) lexemes.Add(Model(null));
        if (row.Modes.Count == 0) lexemes.Add(Mode(null));
        if (row.Seeds.Count == 0) lexemes.Add(Seed(null));
        if (row.Sizes.Count == 0) lexemes.Add(Size(null));
        foreach (var model in row.Models) lexemes.Add(Model(model));
        foreach (var mode in row.Modes) lexemes.Add(Mode(mode));
        foreach (var host in row.Hosts) lexemes.Add(Host(host));
        foreach (var seed in row.Seeds) lexemes.Add(Seed(seed));
        foreach (var size in row.Sizes) lexemes.AddRange([Size(size), Shape(size.Shape)]);
        if (row.Flags != PostFlag.None) lexemes.AddRange(Flags.Where(flag => (row.Flags & flag) != 0).Select(Flag));
        return lexemes;
    }

    /// <summary>The lexeme of a word with marks, without them.</summary>
    public static string Bare(string bare) => "^" + bare;

    /// <summary>Whether a lexeme is a word as it is written.</summary>
    public static bool IsWord(string lexeme) => lexeme[0] is not ('~' or '^' or ':');

    /// <summary>The lexeme of a stem that is not itself the word.</summary>
    public static string Stem(string stem) => "~" + stem;

    /// <summary>The lexeme of a model, or of having none.</summary>
    public static string Model(string? model) => Known(Models, 'm', model);

    /// <summary>The lexeme of a mode, or of having none.</summary>
    public static string Mode(string? mode) => Known(Modes, 'o', mode);

    /// <summary>The lexeme of a host, or of having no address.</summary>
    public static string Host(string? host) => Known(Hosts, 'h', string.IsNullOrEmpty(host) ? null : host);

    /// <summary>The lexeme of a seed, or of having none.</summary>
    public static string Seed(string? seed) => Fact('d', seed);

    /// <summary>The lexeme of a size, or of having none.</summary>
    public static string Size(FrameSize? size) => Fact('z', size is { } s ? string.Create(CultureInfo.InvariantCulture, $"{s.Width}x{s.Height}") : null);

    /// <summary>The lexeme of lying one way.</summary>
    public static string Shape(FrameShape shape) => Fact('a', shape.ToString());

    /// <summary>The lexeme of having words, or of having none.</summary>
    public static string Prompted(bool has) => has ? ":p1" : ":p0";

    /// <summary>The lexeme of being safe, or of not being.</summary>
    public static string Safe(bool safe) => safe ? ":s1" : ":s0";

    /// <summary>The lexeme of a flag.</summary>
    public static string Flag(PostFlag flag) => $":f{(int)flag}";

    private static string Known(Remembered<string> known, char kind, string? value) =>
        value is null || value.Length > LongestFact ? Fact(kind, value) : known.TryGet(value, out var lexeme) ? lexeme : known.Keep(value, Fact(kind, value));

    private static string Fact(char kind, string? value)
    {
        if (value is null) return $":{kind}";
        var name = value.ToLowerInvariant();
        if (name.AsSpan().ContainsAnyExceptInRange(' ', '~')) name = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));
        return string.Concat([':', kind, ' '], name.AsSpan(0, Math.Min(name.Length, LongestFact)));
    }
}
