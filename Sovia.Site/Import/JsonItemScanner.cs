using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Sovia.Import;

/// <summary>
/// Finds items in a stretch of bytes and remembers where it stands, so that the next stretch can follow. It enters
/// objects only through the names under which exports keep their posts, and steps over everything else.
/// </summary>
internal sealed class JsonItemScanner
{
    // Two levels of JSON a generation; no real family is near it.
    private const int DeepestItem = 2 * 64 + 8;
    private const int DeepestWrapper = 4;
    private const int KeysKept = 12;

    private static readonly JsonReaderOptions Options =
        new() { MaxDepth = 10_000, AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonDocumentOptions ItemOptions = new() { MaxDepth = DeepestItem + 8, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly HashSet<string> ListNames =
        new(["posts", "mediaPosts", "media_posts", "items", "results", "result", "data", "pages"], StringComparer.Ordinal);

    // Names and indexes from the root to where the scanner stands; an index counts the elements of a list.
    private readonly Stack<(string Name, bool IsList)> place = new();
    private readonly Stack<int> indexes = new();
    private JsonReaderState state = new(Options);
    private string? pendingName;
    private int skipTo = -1;

    /// <summary>True once anything but white space has been read.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>True once a list was entered in which posts stand.</summary>
    public bool FoundList { get; private set; }

    /// <summary>Items handed out so far, issues included.</summary>
    public int Items { get; private set; }

    /// <summary>The first names met at the top level, for the message about an unknown shape.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>The next item, or null where more bytes are needed (or, at the end, none is left).</summary>
    /// <exception cref="JsonException">The bytes are no JSON, or end in the middle.</exception>
    public JsonItem? Next(ReadOnlySpan<byte> bytes, bool isFinal, out int consumed)
    {
        var reader = new Utf8JsonReader(bytes, isFinal, state);
        consumed = 0;
        // Nothing is left but white space: with several values allowed, that is a proper end.
        while (reader.Read())
        {
            HasStarted = true;
            if (skipTo >= 0)
            {
                if (reader.CurrentDepth == skipTo && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) skipTo = -1;
            }
            else if (IsItem(reader))
            {
                if (ReadItem(bytes, reader, out var after) is not { } item) return null;
                (consumed, state) = (after.Bytes, after.State);
                return item;
            }
            else Move(reader);
            (consumed, state) = ((int)reader.BytesConsumed, reader.CurrentState);
        }
        return null;
    }

    private bool IsItem(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => place.TryPeek(out var inside) && (inside.IsList || pendingName == "post"),
        JsonTokenType.StartArray or JsonTokenType.EndArray or JsonTokenType.EndObject or JsonTokenType.PropertyName => false,
        _ => place.TryPeek(out var inside) && inside.IsList,
    };

    private void Move(Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                pendingName = reader.GetString()!;
                if (place.Count == 1 && Keys.Count < KeysKept) Keys.Add(pendingName);
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                Enter(reader);
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                if (place.Pop().IsList) indexes.Pop();
                break;
            default:
                pendingName = null;
                break;
        }
    }

    private void Enter(Utf8JsonReader reader)
    {
        var isList = reader.TokenType == JsonTokenType.StartArray;
        var known = place.Count == 0 || (place.Peek().IsList ? isList : ListNames.Contains(pendingName ?? ""));
        if (!known || place.Count > DeepestWrapper) skipTo = reader.CurrentDepth;
        else
        {
            place.Push((pendingName is null ? "" : "." + pendingName, isList));
            if (isList) indexes.Push(0);
            FoundList |= isList;
        }
        pendingName = null;
    }

    private JsonItem? ReadItem(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, out (int Bytes, JsonReaderState State) after)
    {
        var from = (int)reader.TokenStartIndex;
        var depth = reader.CurrentDepth;
        var deepest = depth;
        after = default;
        if (reader.TokenType == JsonTokenType.StartObject)
            do
            {
                if (!reader.Read()) return null;
                deepest = Math.Max(deepest, reader.CurrentDepth);
            }
            while (reader.CurrentDepth > depth);
        after = ((int)reader.BytesConsumed, reader.CurrentState);
        var path = PathOfNext();
        Items++;
        pendingName = null;
        return deepest - depth > DeepestItem
            ? new(path, default, new(IssueCode.Depth, "", path, $"Nested {deepest - depth} levels deep, at most {DeepestItem} are read.", Rejected: true))
            : new(path, Parse(bytes[from..after.Bytes]));
    }

    // Bytes that are no UTF-8 would make every later look at the element throw; the replacement character is what every viewer shows for them.
    private static JsonElement Parse(ReadOnlySpan<byte> item) =>
        JsonElement.Parse(Utf8.IsValid(item) ? item : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(item)), ItemOptions);

    private string PathOfNext()
    {
        var path = "$" + string.Concat(place.Reverse().Select(step => step.Name));
        if (!place.TryPeek(out var inside) || !inside.IsList) return path + ".post";
        var index = indexes.Pop();
        indexes.Push(index + 1);
        return $"{path}[{index}]";
    }
}
