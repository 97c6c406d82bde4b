using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Sovia.Import.Json;

/// <summary>Turns the bytes of one item into an element that no later look can make throw, or into an issue.</summary>
internal static class JsonItemParser
{
    // Two levels of JSON a generation; no real family is near it.
    private const int Deepest = 2 * 64 + 8;

    private static readonly JsonDocumentOptions Options =
        new() { MaxDepth = Deepest + 8, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The item, or null where it has not come in whole.</summary>
    /// <param name="reader">At its first token; afterwards at its last.</param>
    /// <param name="bytes">What the reader reads.</param>
    /// <param name="path">Where the item stands.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="holdsBytes">True for a shape whose items hold whole files as text.</param>
    public static JsonItem? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, string path, ReadLimits limits, bool holdsBytes)
    {
        var (from, depth) = ((int)reader.TokenStartIndex, reader.CurrentDepth);
        var (deepest, longest, nodes) = (depth, 0, 0);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            do
            {
                if (!reader.Read()) return null;
                deepest = Math.Max(deepest, reader.CurrentDepth);
                longest = Math.Max(longest, reader.ValueSpan.Length);
                nodes++;
            }
            while (reader.CurrentDepth > depth);
        else longest = reader.ValueSpan.Length;
        if (deepest - depth > Deepest)
            return Issue(IssueCode.Depth, path, $"Nested {deepest - depth} levels deep. The limit is {Deepest}.");
        if (nodes > limits.Nodes)
            return Issue(IssueCode.TooLarge, path, $"The item has {nodes:N0} values. The limit is {limits.Nodes:N0}.");
        if (longest > limits.StringBytes && !holdsBytes)
            return Issue(IssueCode.TooLarge, path, $"A text in the item is {longest:N0} bytes long. The limit is {limits.StringBytes:N0}.");
        var held = PooledJsonDocument.Parse(RepairEncoding(bytes[from..(int)reader.BytesConsumed]), Options);
        return new(path, held.RootElement) { PooledDocument = held };
    }

    /// <summary>The issue of an item that does not fit into memory.</summary>
    public static ImportIssue CreateTooLargeIssue(string path, int most) =>
        new(IssueCode.TooLarge, "", path, $"This item is larger than {most / 1024 / 1024} MB and was skipped.", Rejected: true);

    /// <summary>A property's name, where it is text at all.</summary>
    public static string ReadPropertyName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static JsonItem Issue(string code, string path, string reason) =>
        new(path, default, new(code, "", path, reason, Rejected: true));

    /// <summary>One JSON value that can be looked at without fear.</summary>
    /// <exception cref="JsonException">The bytes are none.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> item) => JsonElement.Parse(RepairEncoding(item), Options);

    // Bytes that are no UTF-8 would make every later look at the element throw; the replacement character is what every viewer shows for
    // them.
    private static ReadOnlySpan<byte> RepairEncoding(ReadOnlySpan<byte> item)
    {
        if (!Utf8.IsValid(item)) item = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(item));
        if (item.IndexOf("\\ud"u8) >= 0 || item.IndexOf("\\uD"u8) >= 0) item = RepairNames(item.ToArray());
        return item;
    }

    // Half a surrogate pair in a name cannot be asked for; in a value it can, and is kept. The mark has the same length.
    private static byte[] RepairNames(byte[] item)
    {
        var reader = new Utf8JsonReader(item,
            new JsonReaderOptions { MaxDepth = Options.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueIsEscaped || ReadPropertyName(ref reader) != "\uFFFD")
                continue;
            var name = item.AsSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            for (var at = 0; at + 6 <= name.Length; at++)
                if (name[at] == '\\' && name[at + 1] == 'u' && name[at + 2] is (byte)'d' or (byte)'D') "\\ufffd"u8.CopyTo(name[at..]);
                else if (name[at] == '\\') at++;
        }
        return item;
    }
}
