using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata;

/// <summary>The texts of one file by place and key (<c>png:parameters</c>, <c>exif:UserComment</c>), whatever the container.</summary>
internal sealed class EmbeddedTexts
{
    private const int MaxTexts = 512;
    private const int MaxKeyLength = 128;
    private const int MaxTextLength = 1 << 20;

    // Places where one text may hold the complete metadata of an image, most likely first.
    private static readonly string[] RecordPlaces =
    [
        "png:parameters", "exif:UserComment", "tag:parameters", "png:Comment", "jpeg:comment", "tag:comment", "exif:Model",
        "exif:ImageDescription", "xmp:UserComment", "png:UserComment", "exif:XPComment", "xmp:parameters", "png:Description",
        "tag:description", "xmp:description",
    ];

    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JsonElement> _parsedJson = [];

    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>The Content Credentials, if any.</summary>
    public ContentCredentials? Credentials { get; set; }

    /// <summary>Texts that may hold the complete metadata.</summary>
    public IEnumerable<string> RecordTexts => RecordPlaces.Select(place => this[place]).OfType<string>();

    /// <summary>The JSON objects among these texts.</summary>
    public IEnumerable<JsonElement> JsonRecords => RecordTexts.Select(ParseJson).Where(note => note.ValueKind == JsonValueKind.Object);

    public string? this[string key] => _texts.GetValueOrDefault(key);

    /// <summary>Returns the text of a PNG chunk or video tag with this name.</summary>
    public string? FindChunkOrTag(string key) => this["png:" + key] ?? this["tag:" + key];

    /// <summary>Adds a text, unless its key already has one.</summary>
    public void Add(string place, string key, string? text)
    {
        if (_texts.Count >= MaxTexts || key.Length > MaxKeyLength || text is not { Length: <= MaxTextLength }
            || SafeText.CleanOrNull(text) is not { } cleaned) return;
        _texts.TryAdd($"{place}:{SafeText.Clean(key)}", cleaned);
    }

    /// <summary>Parses the text as JSON and caches the result. ValueKind is Undefined if it isn't JSON.</summary>
    public JsonElement ParseJson(string? text)
    {
        if (text is null) return default;
        if (!_parsedJson.TryGetValue(text, out var json)) _parsedJson[text] = json = LenientJson.Parse(text);
        return json;
    }
}
