using System.Text;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// The structure of the beginning of a JSON value: the path patterns at which it has values (<c>posts[].isChild</c>; ids used as names are
/// written <c>{id}</c>), and the short texts near the top.
/// </summary>
internal sealed class JsonOutline
{
    private const int Length = 64 * 1024;
    private const int DeepestPlace = 6;
    private const int LongestText = 400;

    private readonly Dictionary<string, JsonTokenType> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>The type of the value itself.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Every path pattern seen, in the order of the file.</summary>
    public IEnumerable<string> PathPatterns => places.Keys;

    /// <summary>True if there is a value at one of these path patterns.</summary>
    public bool HasAny(params ReadOnlySpan<string> any)
    {
        foreach (var place in any)
            if (places.ContainsKey(place)) return true;
        return false;
    }

    /// <summary>True if the value at the path pattern has this type.</summary>
    public bool HasToken(string place, JsonTokenType token) => places.TryGetValue(place, out var held) && held == token;

    /// <summary>True if the value at the path pattern is an array.</summary>
    public bool HasArray(string place) => HasToken(place, JsonTokenType.StartArray);

    /// <summary>Returns a short text or number of the top level, or of the first element of an array (<c>[]</c>).</summary>
    public string? GetText(string place) => texts.GetValueOrDefault(place);

    /// <summary>Returns the outline of the value that these bytes begin with, or null if more bytes are needed.</summary>
    /// <param name="bytes">Bytes that begin with a value.</param>
    /// <param name="isFinal">True if no more bytes follow.</param>
    public static JsonOutline? Parse(ReadOnlySpan<byte> bytes, bool isFinal) => new JsonOutline().ParseHead(bytes, isFinal, DeepestPlace);

    /// <summary>Parses into this instance, and only the value's own properties, to reuse it for many values.</summary>
    public JsonOutline? ReparseShallow(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        places.Clear();
        texts.Clear();
        Token = JsonTokenType.None;
        return ParseHead(bytes, isFinal, deepest: 1);
    }

    private JsonOutline? ParseHead(ReadOnlySpan<byte> bytes, bool isFinal, int deepest)
    {
        var isCut = bytes.Length >= Length;
        return Read(isCut ? bytes[..Length] : bytes, isFinal && !isCut, deepest) || isCut || isFinal ? this : null;
    }

    // Returns true once the whole value, or the first object of a bare array, has been read.
    private bool Read(ReadOnlySpan<byte> bytes, bool isFinal, int deepest)
    {
        var reader = new Utf8JsonReader(bytes, isFinal, new(JsonItemScanner.Options));
        var inside = new Stack<(string Place, bool IsList)>();
        var name = "";
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = ReadName(ref reader);
                    // Added now, because the value may be too long to end within these bytes.
                    places.TryAdd(JsonPositionTracker.JoinPattern(inside.Peek().Place, name), JsonTokenType.None);
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    var (place, _) = inside.Pop();
                    if (inside.Count == 0 || (place == "[]" && reader.TokenType == JsonTokenType.EndObject)) return true;
                }
                else
                {
                    var place = inside.TryPeek(out var outer) ? JsonPositionTracker.JoinPattern(outer.Place, outer.IsList ? null : name)
                        : "";
                    AddPlace(place, inside.Count, ref reader);
                    if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    {
                        if (inside.Count == 0) return true;
                    }
                    else if (inside.Count < deepest) inside.Push((place, reader.TokenType == JsonTokenType.StartArray));
                    else if (!reader.TrySkip()) return false;
                }
            }
        }
        catch (JsonException)
        {
            // The reader of the value reports the error; here it only ends the outline.
            return true;
        }
        return false;
    }

    private void AddPlace(string place, int depth, ref Utf8JsonReader reader)
    {
        if (depth == 0) Token = reader.TokenType;
        else if (places.GetValueOrDefault(place) == JsonTokenType.None) places[place] = reader.TokenType;
        if (depth <= 1 && reader.TokenType is JsonTokenType.String or JsonTokenType.Number && reader.ValueSpan.Length <= LongestText)
            texts.TryAdd(place, Encoding.UTF8.GetString(reader.ValueSpan));
    }

    private static string ReadName(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan.Length > LongestText ? "…" : PropertyName.From(reader.ValueSpan).Spelling;
        return JsonPositionTracker.NormaliseName(name);
    }
}
