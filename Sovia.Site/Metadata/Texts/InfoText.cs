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
        text = RestoreLineBreaks(text);
        var settingsStart = InfoTextSettingsStart.Find(text);
        var end = settingsStart ?? text.Length;
        var negative = FindNegative(text, end, hasSettings: settingsStart is not null);
        if (settingsStart is null && negative is null) return null;

        var settings = new Dictionary<string, string>();
        var tail = new List<string>();
        // Prompt templates follow on separate lines, as does a negative prompt that comes last.
        foreach (var line in text[end..].Split('\n'))
            if (tail.Count > 0 || (negative is null && NegativeRegex().Match(line) is { Success: true } match && line.AsSpan(0, match.Index)
                .IsWhiteSpace())) tail.Add(line);
            else
                foreach (var (key, value) in InfoTextSettingsParser.Parse(line))
                    settings.TryAdd(key, value);
        var prompt = text[..(negative?.Index ?? end)];
        var negativePrompt = negative is null ? NegativeRegex().Replace(string.Join('\n', tail), "", 1)
            : text[(negative.Index + negative.Length)..end];
        return new(CleanPart(prompt, isCut: negative is null && settingsStart is not null),
            CleanPart(negativePrompt, isCut: negative is not null && settingsStart is not null), settings);
    }

    // A comma before settings on the same line is a separator, not part of the prompt.
    private static string? CleanPart(string text, bool isCut) =>
        SafeText.CleanOrNull(isCut && text.AsSpan().TrimEnd(' ') is [.., ','] && !text.EndsWith('\n') ? text.TrimEnd(' ')[..^1] : text);

    // Some tools write a literal "\n" instead of line breaks, others remove them; then the text has no real ones.
    private static string RestoreLineBreaks(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (text.Contains('\n', StringComparison.Ordinal)) return text;
        if (!WrittenLineBreakRegex().IsMatch(text)) return RemovedLineBreakRegex().Replace(text, "\n");
        return text.Replace("\\r\\n", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
    }

    // Prefers a match at the start of a line, because elsewhere it may be part of the prompt. Accepts a lower-case label elsewhere
    // only if settings follow and there is no other.
    private static Match? FindNegative(string text, int end, bool hasSettings)
    {
        Match? first = null, lowercase = null;
        for (var match = NegativeRegex().Match(text, 0, end); match.Success; match = match.NextMatch())
        {
            if (text.AsSpan(0, match.Index).TrimEnd(" \t") is [] or [.., '\n']) return match;
            if (match.ValueSpan[0] == 'N') first ??= match;
            else lowercase ??= match;
        }

        return first ?? (hasSettings ? lowercase : null);
    }

    [GeneratedRegex(@"(?<![^\s,.;])(?:N|n)(?i:egative prompt):")]
    private static partial Regex NegativeRegex();

    // An opening bracket or quote before the words makes them part of the prompt.
    [GeneratedRegex(@"(?<=[^\s,.;(\[{<-])(?<![\s:,(\[{][""'])(?=Negative [pP]rompt:|Steps: ?[0-9]{1,5}, ?(?:Sampler|Schedule|CFG|Seed|Size|Model))")]
    private static partial Regex RemovedLineBreakRegex();

    [GeneratedRegex(@"\\n\s?(?:Negative [pP]rompt|Steps):")]
    private static partial Regex WrittenLineBreakRegex();
}
