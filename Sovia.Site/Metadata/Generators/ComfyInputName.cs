using System.Text.RegularExpressions;

namespace Sovia.Metadata.Generators;

/// <summary>Derives the role of an input from its name, because node types are countless but name their inputs alike.</summary>
internal static partial class ComfyInputName
{
    private const int MaxLength = 100;

    private static readonly HashSet<string> TextWords =
    [
        "text", "texts", "prompt", "prompts", "string", "strings", "str", "caption", "captions", "populated", "wildcard", "words",
        "multiline", "sentence", "phrase", "description",
        "value", "llama", "bert", "t5xxl", "mt5xl", "lyrics", "prepend", "append", "prefix", "suffix", "concat",
    ];

    // These words turn a text name into a setting: "text_encoder", "system_prompt", "string_format".
    private static readonly HashSet<string> SettingWords =
    [
        "system", "template", "find", "replace", "replacement", "regex", "pattern", "search", "select", "mode", "format", "name",
        "style", "styles", "output", "log", "save", "parser",
        "normalization", "interpretation", "encoder", "model", "font", "color", "colour", "path", "file", "filename", "type", "language",
        "show", "max", "min", "length", "count",
        "weight", "weights", "strength", "width", "height", "index", "size", "method", "preset", "device", "dtype", "scheduler", "key",
        "api", "url", "extension", "strip", "clean", "trim",
    ];

    private static readonly HashSet<string> OtherWords =
    [
        "clip", "model", "models", "unet", "vae", "image", "images", "img", "pixel", "pixels", "mask", "masks", "latent", "latents",
        "samples", "control", "controlnet", "net", "noise",
        "sigma", "sigmas", "sampler", "scheduler", "seed", "step", "steps", "cfg", "width", "height", "strength", "lora", "loras", "video",
        "audio", "frame", "frames", "upscale", "size",
        "batch", "vision", "bbox", "segs", "segm", "sam", "area", "boolean", "delimiter", "separator",
    ];

    private static readonly HashSet<string> SeparatorWords = ["delimiter", "delim", "separator", "sep", "joiner", "glue"];
    private static readonly HashSet<string> PrefixWords = ["prefix", "prepend", "pre"];
    private static readonly HashSet<string> SuffixWords = ["suffix", "append", "post"];

    /// <summary>Returns the side that the name indicates.</summary>
    public static ComfySide GetSide(string name)
    {
        var words = Split(name);
        if (words.Exists(word => word.StartsWith("neg", StringComparison.Ordinal) || word.StartsWith("uncond", StringComparison.Ordinal))
            || name is "uc") return ComfySide.Negative;
        return words.Exists(word => word.StartsWith("positive", StringComparison.Ordinal)) || name is "pos"
            || (words.Contains("pos") && (IsText(name) || IsConditioning(name)))
            ? ComfySide.Positive : ComfySide.Either;
    }

    /// <summary>Returns whether the input takes text to encode, or part of such text.</summary>
    public static bool IsText(string name)
    {
        if (name is "clip_l" or "clip_g") return true;
        var words = Split(name);
        return words.Exists(TextWords.Contains) && !words.Exists(word => SettingWords.Contains(word) || SeparatorWords.Contains(word));
    }

    /// <summary>Returns whether the input takes encoded text, or something that contains it.</summary>
    public static bool IsConditioning(string name) => IsBundle(name) || (Split(name) is var words
        && words.Exists(word => word.StartsWith("cond", StringComparison.Ordinal) || word.StartsWith("embed", StringComparison.Ordinal)
            || word is "guidance")
        && !words.Exists(word => word is "image" or "img" or "vision" or "clip" or "vae" or "empty" || SettingWords.Contains(word)));

    /// <summary>Returns whether the input takes a bundle of both sides.</summary>
    public static bool IsBundle(string name) =>
        Split(name).Exists(word => word is "guider" or "pipe" or "pipeline" or "ctx" or "context"
            || word.EndsWith("pipe", StringComparison.Ordinal));

    /// <summary>
    /// Returns whether the input may lead to text although its name does not say so. Models, images and numbers contain none.
    /// </summary>
    public static bool MayLeadToText(string name) => !Split(name).Exists(word => OtherWords.Contains(word) || SettingWords.Contains(word));

    /// <summary>Returns whether the input is the separator between joined texts.</summary>
    public static bool IsSeparator(string name) => Split(name).Exists(SeparatorWords.Contains);

    /// <summary>
    /// Returns the order of a text among joined texts: <c>text_b</c> and <c>string2</c> are second, a prefix comes first.
    /// </summary>
    public static int GetOrder(string name)
    {
        var words = Split(name);
        if (words.Exists(PrefixWords.Contains)) return -1;
        if (words.Exists(SuffixWords.Contains)) return int.MaxValue;
        return ParseNumber(name) ?? 0;
    }

    /// <summary>Parses the number at the end of a name, or a letter counted from a = 1; null if there is none.</summary>
    public static int? ParseNumber(string name) => name.Length > MaxLength || EndRegex().Match(name) is not { Success: true } match ? null
        : match.Groups["number"] is { Length: > 0 } number ? int.Parse(number.ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : char.ToLowerInvariant(match.Groups["letter"].ValueSpan[0]) - 'a' + 1;

    // "promptText" has two words, "any_01" and "text2" have one and a number. Names longer than any program's are ignored.
    private static List<string> Split(string name) =>
        name.Length > MaxLength ? [] : [.. WordRegex().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex("m?t5xx?l|[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex WordRegex();

    [GeneratedRegex("(?:(?<number>[0-9]{1,6})|[_ .-](?<letter>[A-Za-z]))$")]
    private static partial Regex EndRegex();
}
