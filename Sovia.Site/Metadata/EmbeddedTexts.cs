using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata;

/// <summary>The texts of one file by place and key (<c>png:parameters</c>, <c>exif:UserComment</c>), whatever its container was.</summary>
internal sealed class EmbeddedTexts
{
    private const int MostTexts = 512;
    private const int LongestKey = 128;
    private const int LongestText = 1 << 20;

    // Where a whole record of a picture may stand as one text, the likeliest first.
    private static readonly string[] NotePlaces =
    [
        "png:parameters", "exif:UserComment", "tag:parameters", "png:Comment", "jpeg:comment", "tag:comment", "exif:Model",
        "exif:ImageDescription", "xmp:UserComment", "png:UserComment",
    ];

    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonElement> _parsed = [];

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>What the Content Credentials say, where there are any.</summary>
    public ContentCredentials? Credentials { get; set; }

    /// <summary>The texts that may be a whole record.</summary>
    public IEnumerable<string> RecordTexts => NotePlaces.Select(place => this[place]).OfType<string>();

    /// <summary>Those of them that are JSON objects.</summary>
    public IEnumerable<JsonElement> JsonRecords => RecordTexts.Select(ParseJson).Where(note => note.ValueKind == JsonValueKind.Object);

    public string? this[string key] => _texts.GetValueOrDefault(key);

    /// <summary>A text of a PNG chunk or a video's tag of this name.</summary>
    public string? FindChunkOrTag(string key) => this["png:" + key] ?? this["tag:" + key];

    /// <summary>Keeps a text; the first under a key stays.</summary>
    public void Add(string place, string key, string? text)
    {
        if (_texts.Count >= MostTexts || key.Length > LongestKey || text is not { Length: <= LongestText }
            || SafeText.CleanOrNull(text) is not { } safe) return;
        _texts.TryAdd($"{place}:{SafeText.Clean(key)}", safe);
    }

    /// <summary>The text read as JSON, once however many ask; kind Undefined where it is none.</summary>
    public JsonElement ParseJson(string? text)
    {
        if (text is null) return default;
        if (!_parsed.TryGetValue(text, out var json)) _parsed[text] = json = LenientJson.Parse(text);
        return json;
    }
}
