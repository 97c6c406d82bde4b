using System.Text;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// What the first stretch of a JSON value tells of its shape: at which places values stand (<c>posts[].isChild</c>; ids that serve
/// as names are written <c>{id}</c>), and the short texts nearest the top.
/// </summary>
internal sealed class JsonOutline
{
    private const int Length = 64 * 1024;
    private const int DeepestPlace = 6;
    private const int LongestText = 400;

    private readonly Dictionary<string, JsonTokenType> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>What the value itself is.</summary>
    public JsonTokenType Token { get; private set; }

    /// <summary>Every place seen, in the order of the file.</summary>
    public IEnumerable<string> PathPatterns => places.Keys;

    /// <summary>True where one of these places has a value.</summary>
    public bool HasAny(params ReadOnlySpan<string> any)
    {
        foreach (var place in any)
            if (places.ContainsKey(place)) return true;
        return false;
    }

    /// <summary>True where the place holds a list, or an object.</summary>
    public bool HasToken(string place, JsonTokenType token) => places.TryGetValue(place, out var held) && held == token;

    /// <summary>True where the place holds a list.</summary>
    public bool HasArray(string place) => HasToken(place, JsonTokenType.StartArray);

    /// <summary>A short text or number at the top level, or the first of a list's elements (<c>[]</c>).</summary>
    public string? GetText(string place) => texts.GetValueOrDefault(place);

    /// <summary>The head of the value these bytes begin with, or null where more bytes are needed to tell.</summary>
    /// <param name="bytes">Begin with a value.</param>
    /// <param name="isFinal">True where no more follow.</param>
    public static JsonOutline? Parse(ReadOnlySpan<byte> bytes, bool isFinal) => new JsonOutline().ParseHead(bytes, isFinal, DeepestPlace);

    /// <summary>The same in this one, and no further down than its own properties: for one look after the other.</summary>
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

    // True once the whole value, or of a bare list its first object, has been seen.
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
                    // Its value may be too long to end within the look.
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
            // What is wrong is told by whoever reads the value; here it only ends the look.
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
