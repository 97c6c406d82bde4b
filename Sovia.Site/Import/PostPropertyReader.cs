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
    private (PropertyName Name, JsonElement Value)[] values;
    private int count;
    private readonly Action<string, string> note;

    /// <param name="element">A JSON object.</param>
    /// <param name="note">Called with a code and a reason for each value that was skipped or repaired.</param>
    public PostPropertyReader(JsonElement element, Action<string, string> note)
    {
        this.note = note;
        values = ArrayPool<(PropertyName, JsonElement)>.Shared.Rent(element.GetPropertyCount());
        foreach (var property in element.EnumerateObject())
        {
            // An empty text states as little as null, so it does not hide the same value under another name.
            if (property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
                && !(property.Value.ValueKind == JsonValueKind.String && property.Value.ValueEquals(""u8)))
                values[count++] = (PropertyName.From(property), property.Value);
        }
    }

    /// <summary>Returns the pooled memory. The reader must not be used afterwards.</summary>
    public void Dispose()
    {
        values.AsSpan(0, count).Clear();
        ArrayPool<(PropertyName, JsonElement)>.Shared.Return(values);
        (values, count) = ([], 0);
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
        var (best, sign) = (-1, PropertyName.ComputeQuickHash(name));
        for (var i = 0; i < count; i++)
            if (values[i].Name is var one && one.QuickHash == sign
                && name.Equals(one.WithoutUnderscores, StringComparison.OrdinalIgnoreCase)
                && (best < 0 || string.CompareOrdinal(one.Spelling, values[best].Name.Spelling) >= 0)) best = i;
        return best < 0 ? null : values[best].Value;
    }

    /// <summary>Returns a non-empty text, or null.</summary>
    public string? GetText(params ReadOnlySpan<string> names)
    {
        if (GetValue(names) is not { } value) return null;
        var mended = false;
        var text = SourceText.ReadSanitised(value, ref mended);
        if (mended)
            note(IssueCode.ControlCharacters,
                $"\"{names[0]}\" holds characters that no database keeps or no screen shows; they were replaced.");
        return text;
    }

    /// <summary>Returns a prompt, which may be nested in an object or a list.</summary>
    public string? GetPrompt(string name)
    {
        if (GetValue(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return GetText(name);
        var mended = false;
        var words = StructuredPromptReader.Read(value, ref mended);
        if (mended)
            note(IssueCode.ControlCharacters,
                $"\"{name}\" holds characters that no database keeps or no screen shows; they were replaced.");
        if (words is null && !StructuredPromptReader.IsEmpty(value))
            note(IssueCode.UnknownFormat, $"\"{name}\" is neither a text nor a known form of one: {Excerpt(value.GetRawText())}");
        return words;
    }

    /// <summary>Returns a short text such as a name, without surrounding white space.</summary>
    public string? GetTrimmedText(params ReadOnlySpan<string> names) => GetText(names)?.Trim() is { Length: > 0 } word ? word : null;

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
            if (GetValue(name) is { } value && SourceTime.Read(value) is { } read) return read;
        if (GetValue(names) is not { } stated) return null;
        var text = Excerpt(stated.GetRawText());
        note(IssueCode.TimeInvalid, SourceText.DecodeString(stated) is { } written && LooseDateParser.IsAmbiguous(written)
            ? $"Of \"{names[0]}\" it isn't clear which number is the day and which the month: {text}"
            : $"\"{names[0]}\" is no time that can be read: {text}");
        return null;
    }

    /// <summary>Returns the media kind by its stated name, else by MIME type, else by URL.</summary>
    public MediaKind GetMediaKind(string? mimeType, string? mediaUrl)
    {
        var stated = GetValue("mediaType", "type") is { } value ? SourceText.DecodeString(value) ?? value.GetRawText() : null;
        if (SourceValueParser.ParseMediaKind(stated) is { } kind) return kind;
        var inferred = SourceValueParser.ParseMediaKind(mimeType)
            ?? SourceValueParser.ParseMediaKind(Path.GetExtension(mediaUrl?.Split('?')[0]));
        if (stated is not null)
            note(IssueCode.UnknownEnum,
                $"\"mediaType\" is {Excerpt(GetValue("mediaType", "type")!.Value.GetRawText())}, which is not known yet; {inferred?.ToString().ToLowerInvariant() ?? "nothing"} was assumed.");
        return inferred ?? MediaKind.Unknown;
    }

    private string? GetUrl(string text, string name)
    {
        // Embedded bytes instead of a URL, or a URL that was valid only inside the saved page.
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("blob:", StringComparison.OrdinalIgnoreCase))
            return null;
        if (SourceUrl.Normalise(text) is { } url) return url;
        note(IssueCode.BadUrl, $"\"{name}\" isn't an HTTPS URL on a Grok host and was ignored: {Excerpt(text, 120)}");
        return null;
    }

    private static string Excerpt(string text, int most = 80) => text.Length > most ? text[..most] + "…" : text;
}
