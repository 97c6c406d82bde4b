using System.Text;

namespace Sovia.Synthetic;

/// <summary>Writes the prompts of one family, in its language.</summary>
/// <param name="syntheticRandom">The family's random numbers.</param>
/// <param name="marks">Terms that must occur in the first prompt.</param>
internal sealed class PromptWriter(SyntheticRandom syntheticRandom, IReadOnlyList<string> marks)
{
    /// <summary>The maximum length of a prompt, in characters.</summary>
    public const int MaxLength = 10_000;

    private readonly PromptLanguage promptLanguage = PromptLanguage.Distribution.Pick(syntheticRandom);
    private readonly List<string> prompts = [];

    /// <summary>Whether the required terms have been written.</summary>
    public bool HasWrittenTerms => prompts.Count > 0;

    /// <summary>Writes a user's prompt: mostly a line or two, sometimes a word, rarely pages.</summary>
    public string WritePrompt() =>
        Write(syntheticRandom.NextBool(0.0005) ? syntheticRandom.NextInt(MaxLength / 2, MaxLength)
            : (int)syntheticRandom.NextLogNormal(180, 0.9));

    /// <summary>Writes a model's caption of a video, which is always long.</summary>
    public string WriteCaption() => Write((int)syntheticRandom.NextLogNormal(700, 0.2));

    /// <summary>Writes a new prompt or repeats the last one.</summary>
    public string WriteOrRepeatPrompt() =>
        prompts.Count > 0 && syntheticRandom.NextBool(ExportStatistics.RepeatedPromptRate) ? prompts[^1] : WritePrompt();

    private string Write(int length)
    {
        var pendingTerms = new Queue<string>(prompts.Count == 0 ? marks
            : marks.Where(term => term == BenchmarkTerms.Common && syntheticRandom.NextBool(0.3)));
        length = Math.Clamp(length, 8, MaxLength - 100);
        var text = new StringBuilder(length + 100);
        while (text.Length < length || pendingTerms.Count > 0)
        {
            if (text.Length > 0) AppendSeparator(text, length);
            // A required term is English and needs spaces around it, whatever the language.
            var isTerm = pendingTerms.Count > 0 && (text.Length >= length || syntheticRandom.NextBool(0.2));
            text.Append(isTerm ? $"{GetTermPrefix(text)}{pendingTerms.Dequeue()}{(promptLanguage.WordSeparator == "" ? " " : "")}"
                : promptLanguage.Words.Pick(syntheticRandom));
        }
        prompts.Add(text.ToString().TrimEnd());
        return prompts[^1];
    }

    private string GetTermPrefix(StringBuilder text) => promptLanguage.WordSeparator == "" && text.Length > 0 && text[^1] != ' ' ? " " : "";

    private void AppendSeparator(StringBuilder text, int length) => text.Append(syntheticRandom.NextDouble() switch
    {
        < 0.06 => promptLanguage.Comma,
        < 0.09 => promptLanguage.SentenceEnd,
        < 0.10 when length > 500 => "\n",
        < 0.1001 => "\t",
        _ => promptLanguage.WordSeparator,
    });
}
