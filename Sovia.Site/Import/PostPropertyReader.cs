using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Dates;

namespace Sovia.Import;

/// <summary>Reads the properties of one post's JSON under any of their names. Unreadable values are skipped with an issue.</summary>
internal sealed class PostPropertyReader : IDisposable
{
    private (PropertyName Name, JsonElement Value)[] properties;
    private int count;
    private readonly Action<string, string> note;

    /// <param name="element">A JSON object.</param>
    /// <param name="note">Called with a code and a reason for each value that was skipped or repaired.</param>
    public PostPropertyReader(JsonElement element, Action<string, string> note)
    {
        this.note = note;
        properties = ArrayPool<(PropertyName, JsonElement)>.Shared.Rent(element.GetPropertyCount());
        foreach (var property in element.EnumerateObject())
        {
            // Skips an empty text like null, so that it does not hide a value under another name of the same property.
            if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
                && !(property.Value.ValueKind == JsonValueKind.String && property.Value.ValueEquals(""u8)))
                properties[count++] = (PropertyName.From(property), property.Value);
        }
    }

    /// <summary>Returns the pooled memory. The reader must not be used afterwards.</summary>
    public void Dispose()
    {
        properties.AsSpan(0, count).Clear();
        ArrayPool<(PropertyName, JsonElement)>.Shared.Return(properties);
        (properties, count) = ([], 0);
    }

    /// <summary>Returns the value of the first of these names that has one.</summary>
    public JsonElement? GetValue(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (GetValue(name) is { } value) return value;
        return null;
    }

    // A linear search, because a post has about twenty properties and building a table would take longer. If a name occurs in two
    // spellings, the last one in sort order wins, as in a stored source record.
    private JsonElement? GetValue(string name)
    {
        var (bestIndex, hash) = (-1, PropertyName.ComputeQuickHash(name));
        for (var i = 0; i < count; i++)
            if (properties[i].Name is var candidate && candidate.QuickHash == hash
                && name.Equals(candidate.WithoutUnderscores, StringComparison.OrdinalIgnoreCase)
                && (bestIndex < 0 || string.CompareOrdinal(candidate.Spelling, properties[bestIndex].Name.Spelling) >= 0)) bestIndex = i;
        return bestIndex < 0 ? null : properties[bestIndex].Value;
    }

    /// <summary>Returns a non-empty text, or null.</summary>
    public string? GetText(params ReadOnlySpan<string> names)
    {
        if (GetValue(names) is not { } value) return null;
        var hasReplacements = false;
        var text = SourceText.ReadSanitised(value, ref hasReplacements);
        if (hasReplacements)
            note(IssueCode.ControlCharacters,
                $"\"{names[0]}\" contained invisible characters, which were replaced.");
        return text;
    }

    /// <summary>Returns a prompt, which may be nested in an object or a list.</summary>
    public string? GetPrompt(string name)
    {
        if (GetValue(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return GetText(name);
        var hasReplacements = false;
        var prompt = StructuredPromptReader.Read(value, ref hasReplacements);
        if (hasReplacements)
            note(IssueCode.ControlCharacters,
                $"\"{name}\" contained invisible characters, which were replaced.");
        if (prompt is null && !StructuredPromptReader.IsEmpty(value))
            note(IssueCode.UnknownFormat, $"\"{name}\" has an unknown format: {Truncate(value.GetRawText())}");
        return prompt;
    }

    /// <summary>Returns a short text such as a name, without surrounding white space.</summary>
    public string? GetTrimmedText(params ReadOnlySpan<string> names) => GetText(names)?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>Returns an id, with or without dashes.</summary>
    public Guid? GetId(params ReadOnlySpan<string> names) => GetValue(names) is not { ValueKind: JsonValueKind.String } value ? null
        : (value.TryGetGuid(out var id) || Guid.TryParse(GetText(names), out id)) && id != Guid.Empty ? id : null;

    /// <summary>Returns a URL on one of Grok's hosts.</summary>
    public string? GetUrl(params ReadOnlySpan<string> names) => GetText(names) is { } text ? GetUrl(text, names[0]) : null;

    /// <summary>Returns the URLs in a list.</summary>
    public IReadOnlyList<string> GetUrls(string name)
    {
        if (GetValue(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0) return [];
        var urls = new List<string>();
        foreach (var element in list.EnumerateArray())
            if (SourceText.DecodeString(element) is { } text && GetUrl(text, name) is { } url) urls.Add(url);
        return urls.Count > 1 ? [.. urls.Distinct()] : urls;
    }

    /// <summary>Returns a boolean, or null if there is none. Some sources write booleans as text.</summary>
    public bool? GetBoolean(params ReadOnlySpan<string> names) => GetValue(names) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { ValueKind: JsonValueKind.String or JsonValueKind.Number } text =>
            SourceValueParser.ParseBoolean(SourceText.DecodeString(text) ?? text.GetRawText()),
        _ => null,
    };

    /// <summary>Returns a finite number greater than or equal to zero.</summary>
    public double? GetNumber(params ReadOnlySpan<string> names) => GetValue(names) switch
    {
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && number is >= 0 and < 1e9 => number,
        { ValueKind: JsonValueKind.String } value
            when double.TryParse(SourceText.DecodeString(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and < 1e9 => number,
        _ => null,
    };

    /// <summary>Returns a time in UTC.</summary>
    public DateTimeOffset? GetTime(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (GetValue(name) is { } value && SourceTime.Read(value) is { } time) return time;
        if (GetValue(names) is not { } invalidValue) return null;
        var text = Truncate(invalidValue.GetRawText());
        note(IssueCode.TimeInvalid, SourceText.DecodeString(invalidValue) is { } dateText && LooseDateParser.IsAmbiguous(dateText)
            ? $"\"{names[0]}\" is ambiguous: day and month can't be told apart: {text}"
            : $"\"{names[0]}\" isn't a valid date: {text}");
        return null;
    }

    /// <summary>Returns the media kind by its stated name, else by MIME type, else by URL.</summary>
    public MediaKind GetMediaKind(string? mimeType, string? mediaUrl)
    {
        var typeName = GetValue("mediaType", "type") is { } value ? SourceText.DecodeString(value) ?? value.GetRawText() : null;
        if (SourceValueParser.ParseMediaKind(typeName) is { } kind) return kind;
        var inferred = SourceValueParser.ParseMediaKind(mimeType)
            ?? SourceValueParser.ParseMediaKind(Path.GetExtension(mediaUrl?.Split('?')[0]));
        if (typeName is not null)
            note(IssueCode.UnknownEnum,
                $"\"mediaType\" is {Truncate(GetValue("mediaType", "type")!.Value.GetRawText())}, which is not known yet; {inferred?.ToString().ToLowerInvariant() ?? "nothing"} was assumed.");
        return inferred ?? MediaKind.Unknown;
    }

    private string? GetUrl(string text, string name)
    {
        // Ignores embedded bytes, and URLs that were valid only inside the saved page.
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("blob:", StringComparison.OrdinalIgnoreCase))
            return null;
        if (SourceUrl.Normalise(text) is { } url) return url;
        note(IssueCode.BadUrl, $"\"{name}\" isn't an HTTPS URL on a Grok host and was ignored: {Truncate(text, 120)}");
        return null;
    }

    private static string Truncate(string text, int maxLength = 80) => text.Length > maxLength ? text[..maxLength] + "…" : text;
}
