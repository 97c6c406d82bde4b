using System.Text;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// The structure of the beginning of a JSON value: the path patterns at which it has values (<c>posts[].isChild</c>; ids used as names are
/// written <c>{id}</c>), and the short texts near the top.
/// </summary>
internal sealed class JsonOutline
{
    private const int MaxLength = 64 * 1024;
    private const int MaxDepth = 6;
    private const int MaxTextLength = 400;

    private readonly Dictionary<string, JsonTokenType> tokenTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>The type of the value itself.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Every path pattern seen, in the order of the file.</summary>
    public IEnumerable<string> PathPatterns => tokenTypes.Keys;

    /// <summary>True if there is a value at one of these path patterns.</summary>
    public bool HasAny(params ReadOnlySpan<string> any)
    {
        foreach (var pattern in any)
            if (tokenTypes.ContainsKey(pattern)) return true;
        return false;
    }

    /// <summary>True if the value at the path pattern has this type.</summary>
    public bool HasToken(string place, JsonTokenType token) => tokenTypes.TryGetValue(place, out var actual) && actual == token;

    /// <summary>True if the value at the path pattern is an array.</summary>
    public bool HasArray(string place) => HasToken(place, JsonTokenType.StartArray);

    /// <summary>Returns a short text or number of the top level, or of the first element of an array (<c>[]</c>).</summary>
    public string? GetText(string place) => texts.GetValueOrDefault(place);

    /// <summary>Returns the outline of the value that these bytes begin with, or null if more bytes are needed.</summary>
    /// <param name="bytes">Bytes that begin with a value.</param>
    /// <param name="isFinal">True if no more bytes follow.</param>
    public static JsonOutline? Parse(ReadOnlySpan<byte> bytes, bool isFinal) => new JsonOutline().ParseHead(bytes, isFinal, MaxDepth);

    /// <summary>Parses into this instance, and only the value's own properties, to reuse it for many values.</summary>
    public JsonOutline? ReparseShallow(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        tokenTypes.Clear();
        texts.Clear();
        Token = JsonTokenType.None;
        return ParseHead(bytes, isFinal, maxDepth: 1);
    }

    private JsonOutline? ParseHead(ReadOnlySpan<byte> bytes, bool isFinal, int maxDepth)
    {
        var isTruncated = bytes.Length >= MaxLength;
        return ReadTokens(isTruncated ? bytes[..MaxLength] : bytes, isFinal && !isTruncated, maxDepth) || isTruncated || isFinal ? this
            : null;
    }

    // Returns true once the whole value, or the first object of a bare array, has been read.
    private bool ReadTokens(ReadOnlySpan<byte> bytes, bool isFinal, int maxDepth)
    {
        var reader = new Utf8JsonReader(bytes, isFinal, new(JsonItemScanner.Options));
        var parents = new Stack<(string Place, bool IsList)>();
        var name = "";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = ReadPropertyName(ref reader);
                    // Added now, because the value may be too long to end within these bytes.
                    tokenTypes.TryAdd(JsonPositionTracker.JoinPattern(parents.Peek().Place, name), JsonTokenType.None);
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    var (pattern, _) = parents.Pop();
                    if (parents.Count == 0 || (pattern == "[]" && reader.TokenType == JsonTokenType.EndObject)) return true;
                }
                else
                {
                    var pattern = parents.TryPeek(out var outer) ? JsonPositionTracker.JoinPattern(outer.Place, outer.IsList ? null : name)
                        : "";
                    AddPattern(pattern, parents.Count, ref reader);
                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    {
                        if (parents.Count == 0) return true;
                    }
                    else if (parents.Count < maxDepth) parents.Push((pattern, reader.TokenType == JsonTokenType.StartArray));
                    else if (!reader.TrySkip()) return false;
                }
            }
        }
        catch (JsonException)
        {
            // The error only ends the outline here, because the reader of the value reports it.
            return true;
        }
        return false;
    }

    private void AddPattern(string pattern, int depth, ref Utf8JsonReader reader)
    {
        if (depth == 0) Token = reader.TokenType;
        else if (tokenTypes.GetValueOrDefault(pattern) == JsonTokenType.None) tokenTypes[pattern] = reader.TokenType;
        if (depth <= 1 && reader.TokenType is JsonTokenType.String or JsonTokenType.Number && reader.ValueSpan.Length <= MaxTextLength)
            texts.TryAdd(pattern, Encoding.UTF8.GetString(reader.ValueSpan));
    }

    private static string ReadPropertyName(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan.Length > MaxTextLength ? "…" : PropertyName.From(reader.ValueSpan).Spelling;
        return JsonPositionTracker.NormaliseName(name);
    }
}
