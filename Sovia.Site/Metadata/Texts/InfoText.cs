using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>
/// The text written by Stable Diffusion web UIs: the prompt, the negative prompt, then a line of settings. Any part may be missing, and all
/// may be on one line.
/// </summary>
internal sealed partial record InfoText(string? Prompt, string? NegativePrompt, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Parses the three parts; null if nothing identifies the text as this format.</summary>
    public static InfoText? Parse(string text)
    {
        text = Lines(text);
        var settingsAt = InfoTextSettingsStart.Find(text);
        var end = settingsAt ?? text.Length;
        var negative = NegativeIn(text, end, isCertain: settingsAt is not null);
        if (settingsAt is null && negative is null) return null;

        var settings = new Dictionary<string, string>();
        var behind = new List<string>();
        // Prompt templates follow on separate lines, as does a negative prompt that comes last.
        foreach (var line in text[end..].Split('\n'))
            if (behind.Count > 0 || (negative is null && Negative().Match(line) is { Success: true } late && line.AsSpan(0, late.Index)
                .IsWhiteSpace())) behind.Add(line);
            else
                foreach (var (key, value) in InfoTextSettingsParser.Parse(line))
                    settings.TryAdd(key, value);
        var prompt = text[..(negative?.Index ?? end)];
        var unwanted = negative is null ? Negative().Replace(string.Join('\n', behind), "", 1)
            : text[(negative.Index + negative.Length)..end];
        return new(Part(prompt, isCut: negative is null && settingsAt is not null),
            Part(unwanted, isCut: negative is not null && settingsAt is not null), settings);
    }

    // A comma before settings on the same line is a separator, not part of the prompt.
    private static string? Part(string text, bool isCut) =>
        SafeText.CleanOrNull(isCut && text.AsSpan().TrimEnd(' ') is [.., ','] && !text.EndsWith('\n') ? text.TrimEnd(' ')[..^1] : text);

    // Some tools write a literal "\n" instead of line breaks, others remove them; then the text has no real ones.
    private static string Lines(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (text.Contains('\n', StringComparison.Ordinal)) return text;
        if (!WrittenEnd().IsMatch(text)) return RemovedEnd().Replace(text, "\n");
        return text.Replace("\\r\\n", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
    }

    // Prefers a match at the start of a line, because elsewhere it may be part of the prompt. Without its capital it is a label there, and
    // elsewhere only if settings follow and there is no other.
    private static Match? NegativeIn(string text, int end, bool isCertain)
    {
        Match? first = null, small = null;
        for (var match = Negative().Match(text, 0, end); match.Success; match = match.NextMatch())
        {
            if (text.AsSpan(0, match.Index).TrimEnd(" \t") is [] or [.., '\n']) return match;
            if (match.ValueSpan[0] == 'N') first ??= match;
            else small ??= match;
        }

        return first ?? (isCertain ? small : null);
    }

    [GeneratedRegex(@"(?<![^\s,.;])(?:N|n)(?i:egative prompt):")]
    private static partial Regex Negative();

    // An opening bracket or quote before the words makes them part of the prompt.
    [GeneratedRegex(@"(?<=[^\s,.;(\[{<-])(?<![\s:,(\[{][""'])(?=Negative [pP]rompt:|Steps: ?[0-9]{1,5}, ?(?:Sampler|Schedule|CFG|Seed|Size|Model))")]
    private static partial Regex RemovedEnd();

    [GeneratedRegex(@"\\n\s?(?:Negative [pP]rompt|Steps):")]
    private static partial Regex WrittenEnd();
}
