using System.Text.RegularExpressions;

namespace Sovia.Metadata.Texts;

/// <summary>
/// The text Stable Diffusion web UIs write: the prompt, then the negative one, then a line of settings. Any of the three may be missing,
/// and all may stand on one line.
/// </summary>
internal sealed partial record InfoText(string? Prompt, string? NegativePrompt, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The three parts; null where nothing shows that the text is of this kind.</summary>
    public static InfoText? Parse(string text)
    {
        text = Lines(text);
        var settingsAt = InfoTextSettingsStart.Find(text);
        var end = settingsAt ?? text.Length;
        var negative = NegativeIn(text, end);
        if (settingsAt is null && negative is null) return null;

        var settings = new Dictionary<string, string>();
        var behind = new List<string>();
        // Templates of prompts follow on lines of their own; so may a negative prompt that was written last.
        foreach (var line in text[end..].Split('\n'))
            if (behind.Count > 0 || (negative is null && Negative().Match(line) is { Success: true } late && line.AsSpan(0, late.Index)
                .IsWhiteSpace())) behind.Add(line);
            else
                foreach (var (key, value) in InfoTextSettings.Parse(line))
                    settings.TryAdd(key, value);
        var prompt = text[..(negative?.Index ?? end)];
        var unwanted = negative is null ? Negative().Replace(string.Join('\n', behind), "", 1)
            : text[(negative.Index + negative.Length)..end];
        return new(Part(prompt, isCut: negative is null && settingsAt is not null),
            Part(unwanted, isCut: negative is not null && settingsAt is not null), settings);
    }

    // A comma before the settings on the same line joins them and is no part of the words.
    private static string? Part(string text, bool isCut) =>
        SafeText.CleanOrNull(isCut && text.AsSpan().TrimEnd(' ') is [.., ','] && !text.EndsWith('\n') ? text.TrimEnd(' ')[..^1] : text);

    // Where a tool wrote "\n" for the ends of lines, no line has an end.
    private static string Lines(string text)
    {
        text = text.ReplaceLineEndings("\n");
        if (text.Contains('\n', StringComparison.Ordinal) || !WrittenEnd().IsMatch(text)) return text;
        return text.Replace("\\r\\n", "\n", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
    }

    // At the beginning of a line where one stands there: within a line it may be a phrase.
    private static Match? NegativeIn(string text, int end)
    {
        Match? first = null;
        for (var match = Negative().Match(text, 0, end); match.Success; match = match.NextMatch())
        {
            if (text.AsSpan(0, match.Index).TrimEnd(" \t") is [] or [.., '\n']) return match;
            first ??= match;
        }

        return first;
    }

    [GeneratedRegex(@"(?<![^\s,.;])Negative [pP]rompt:")]
    private static partial Regex Negative();

    [GeneratedRegex(@"\\n\s?(?:Negative [pP]rompt|Steps):")]
    private static partial Regex WrittenEnd();
}
