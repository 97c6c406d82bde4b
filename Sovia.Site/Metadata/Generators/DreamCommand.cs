using System.Text;
using System.Text.RegularExpressions;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses InvokeAI's first format, the command line: <c>"a prompt [but not this]" -s 50 -S 1234</c>.</summary>
internal static partial class DreamCommand
{
    public const string GeneratorName = "InvokeAI";

    public static EmbeddedMetadata Parse(string line)
    {
        var quote = QuotedRegex().Match(line);
        // An unquoted prompt ends before the first option.
        var end = quote.Success ? quote.Length : OptionRegex().Match(line) is { Success: true } option ? option.Index : line.Length;
        var (prompt, negative) = SplitNegative(quote.Success ? quote.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
            : line[..end]);
        var settings = new Dictionary<string, string>();
        foreach (Match match in OptionRegex().Matches(line, end))
            settings.TryAdd(GetSettingName(match.Groups[1].Value), match.Groups[2].Value);
        return new()
        {
            Generator = GeneratorName,
            Prompt = prompt,
            NegativePrompt = negative,
            Model = settings.GetValueOrDefault("model"),
            Seed = settings.GetValueOrDefault("seed"),
            Width = PixelDimensions.ParseSide(settings.GetValueOrDefault("width")),
            Height = PixelDimensions.ParseSide(settings.GetValueOrDefault("height")),
            Settings = settings.Where(pair => pair.Key is not ("model" or "seed" or "width" or "height")).ToDictionary(),
        };
    }

    /// <summary>Splits off the negative prompt in square brackets. If the brackets are unbalanced, uses only complete pairs.</summary>
    public static (string? Prompt, string? Negative) SplitNegative(string text)
    {
        if (!HasBalancedBrackets(text))
            return (SafeText.CleanOrNull(BracketRegex().Replace(text, "")),
                SafeText.CleanOrNull(string.Join(", ", BracketRegex().Matches(text).Select(match => match.Groups[1].Value.Trim()))));
        var (positive, negative) = (new StringBuilder(), new StringBuilder());
        var depth = 0;
        foreach (var letter in text)
        {
            if (letter == ']') depth--;
            if (depth > 0) negative.Append(letter);
            else if (letter == '[' && negative.Length > 0) negative.Append(", ");
            else if (letter is not ('[' or ']')) positive.Append(letter);
            if (letter == '[') depth++;
        }

        return (SafeText.CleanOrNull(positive.ToString()), SafeText.CleanOrNull(negative.ToString()));
    }

    private static bool HasBalancedBrackets(string text)
    {
        var depth = 0;
        foreach (var letter in text)
            if ((depth += letter switch { '[' => 1, ']' => -1, _ => 0 }) < 0) return false;
        return depth == 0;
    }

    private static string GetSettingName(string option) => option switch
    {
        "-s" => "steps",
        "-C" => "cfg_scale",
        "-A" => "sampler",
        "-S" => "seed",
        "-W" => "width",
        "-H" => "height",
        "-M" => "model",
        _ => option.TrimStart('-'),
    };

    [GeneratedRegex("""^\s*"((?:[^"\\]|\\.)*)"(?=\s|$)""")]
    private static partial Regex QuotedRegex();

    [GeneratedRegex(@"(?:(?<=\s)|^)(-[A-Za-z]|--[a-z_]{2,40})(?:[ =]?(?!-[A-Za-z-])([^\s""]+))?")]
    private static partial Regex OptionRegex();

    [GeneratedRegex(@"\[([^\[\]]*)\]")]
    private static partial Regex BracketRegex();
}
