using System.Text.RegularExpressions;

namespace Sovia.Metadata.Generators;

/// <summary>Derives the role of an input from its name, because node types are countless but name their inputs alike.</summary>
internal static partial class ComfyInputName
{
    private const int LongestName = 100;

    private static readonly HashSet<string> Wordy =
    [
        "text", "texts", "prompt", "prompts", "string", "strings", "str", "caption", "captions", "populated", "wildcard", "words",
        "multiline", "sentence", "phrase", "description",
        "value", "llama", "bert", "t5xxl", "mt5xl", "lyrics", "prepend", "append", "prefix", "suffix", "concat",
    ];

    // These words turn a text name into a setting: "text_encoder", "system_prompt", "string_format".
    private static readonly HashSet<string> Settings =
    [
        "system", "template", "find", "replace", "replacement", "regex", "pattern", "search", "select", "mode", "format", "name",
        "style", "styles", "output", "log", "save", "parser",
        "normalization", "interpretation", "encoder", "model", "font", "color", "colour", "path", "file", "filename", "type", "language",
        "show", "max", "min", "length", "count",
        "weight", "weights", "strength", "width", "height", "index", "size", "method", "preset", "device", "dtype", "scheduler", "key",
        "api", "url", "extension", "strip", "clean", "trim",
    ];

    private static readonly HashSet<string> Bytes =
    [
        "clip", "model", "models", "unet", "vae", "image", "images", "img", "pixel", "pixels", "mask", "masks", "latent", "latents",
        "samples", "control", "controlnet", "net", "noise",
        "sigma", "sigmas", "sampler", "scheduler", "seed", "step", "steps", "cfg", "width", "height", "strength", "lora", "loras", "video",
        "audio", "frame", "frames", "upscale", "size",
        "batch", "vision", "bbox", "segs", "segm", "sam", "area", "boolean", "delimiter", "separator",
    ];

    private static readonly HashSet<string> Joins = ["delimiter", "delim", "separator", "sep", "joiner", "glue"];
    private static readonly HashSet<string> Before = ["prefix", "prepend", "pre"];
    private static readonly HashSet<string> Behind = ["suffix", "append", "post"];

    /// <summary>Returns the side that the name indicates.</summary>
    public static ComfySide GetSide(string name)
    {
        var parts = Parts(name);
        if (parts.Exists(part => part.StartsWith("neg", StringComparison.Ordinal) || part.StartsWith("uncond", StringComparison.Ordinal))
            || name is "uc") return ComfySide.Negative;
        return parts.Exists(part => part.StartsWith("positive", StringComparison.Ordinal)) || name is "pos"
            || (parts.Contains("pos") && (IsText(name) || IsConditioning(name)))
            ? ComfySide.Positive : ComfySide.Either;
    }

    /// <summary>Returns whether the input takes text to encode, or part of such text.</summary>
    public static bool IsText(string name)
    {
        if (name is "clip_l" or "clip_g") return true;
        var parts = Parts(name);
        return parts.Exists(Wordy.Contains) && !parts.Exists(part => Settings.Contains(part) || Joins.Contains(part));
    }

    /// <summary>Returns whether the input takes encoded text, or something that contains it.</summary>
    public static bool IsConditioning(string name) => IsBundle(name) || (Parts(name) is var parts
        && parts.Exists(part => part.StartsWith("cond", StringComparison.Ordinal) || part.StartsWith("embed", StringComparison.Ordinal)
            || part is "guidance")
        && !parts.Exists(part => part is "image" or "img" or "vision" or "clip" or "vae" or "empty" || Settings.Contains(part)));

    /// <summary>Returns whether the input takes a bundle of both sides.</summary>
    public static bool IsBundle(string name) =>
        Parts(name).Exists(part => part is "guider" or "pipe" or "pipeline" or "ctx" or "context"
            || part.EndsWith("pipe", StringComparison.Ordinal));

    /// <summary>
    /// Returns whether the input may lead to text although its name does not say so. Models, images and numbers contain none.
    /// </summary>
    public static bool MayLeadToText(string name) => !Parts(name).Exists(part => Bytes.Contains(part) || Settings.Contains(part));

    /// <summary>Returns whether the input is the separator between joined texts.</summary>
    public static bool IsSeparator(string name) => Parts(name).Exists(Joins.Contains);

    /// <summary>
    /// Returns the order of a text among joined texts: <c>text_b</c> and <c>string2</c> are second, a prefix comes first.
    /// </summary>
    public static int GetOrder(string name)
    {
        var parts = Parts(name);
        if (parts.Exists(Before.Contains)) return -1;
        if (parts.Exists(Behind.Contains)) return int.MaxValue;
        return ParseNumber(name) ?? 0;
    }

    /// <summary>Parses the number at the end of a name, or a letter counted from a = 1; null if there is none.</summary>
    public static int? ParseNumber(string name) => name.Length > LongestName || Last().Match(name) is not { Success: true } last ? null
        : last.Groups["number"] is { Length: > 0 } number ? int.Parse(number.ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
        : char.ToLowerInvariant(last.Groups["letter"].ValueSpan[0]) - 'a' + 1;

    // "promptText" has two words, "any_01" and "text2" have one and a number. Names longer than any program's are ignored.
    private static List<string> Parts(string name) =>
        name.Length > LongestName ? [] : [.. Part().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    [GeneratedRegex("m?t5xx?l|[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex Part();

    [GeneratedRegex("(?:(?<number>[0-9]{1,6})|[_ .-](?<letter>[A-Za-z]))$")]
    private static partial Regex Last();
}
