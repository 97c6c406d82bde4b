using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Sovia.Import.Json;

/// <summary>Converts the bytes of one item into an element whose accessors never throw, or into an issue.</summary>
internal static class JsonItemParser
{
    // Two levels of JSON for each generation; real families stay far below.
    private const int MaxItemDepth = 2 * 64 + 8;

    private static readonly JsonDocumentOptions Options =
        new() { MaxDepth = MaxItemDepth + 8, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Returns the item, or null if it is incomplete.</summary>
    /// <param name="reader">Positioned at the item's first token; afterwards at its last.</param>
    /// <param name="bytes">The bytes that the reader reads.</param>
    /// <param name="path">The JSON path of the item.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="holdsBytes">True for a format whose items contain whole files as text.</param>
    public static JsonItem? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, string path, ReadLimits limits, bool holdsBytes)
    {
        var (start, depth) = ((int)reader.TokenStartIndex, reader.CurrentDepth);
        var (maxDepth, maxLen, valueCount) = (depth, 0, 0);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            do
            {
                if (!reader.Read()) return null;
                maxDepth = Math.Max(maxDepth, reader.CurrentDepth);
                maxLen = Math.Max(maxLen, reader.ValueSpan.Length);
                valueCount++;
            }
            while (reader.CurrentDepth > depth);
        else maxLen = reader.ValueSpan.Length;
        if (maxDepth - depth > MaxItemDepth)
            return Reject(IssueCode.Depth, path, $"Nested {maxDepth - depth} levels deep. The limit is {MaxItemDepth}.");
        if (valueCount > limits.Nodes)
            return Reject(IssueCode.TooLarge, path, $"The item has {valueCount:N0} values. The limit is {limits.Nodes:N0}.");
        if (maxLen > limits.StringBytes && !holdsBytes)
            return Reject(IssueCode.TooLarge, path, $"A text in the item is {maxLen:N0} bytes long. The limit is {limits.StringBytes:N0}.");
        var document = PooledJsonDocument.Parse(RepairEncoding(bytes[start..(int)reader.BytesConsumed]), Options);
        return new(path, document.RootElement) { PooledDocument = document };
    }

    /// <summary>Creates the issue for an item that exceeds the buffer.</summary>
    public static ImportIssue CreateTooLargeIssue(string path, int most) =>
        new(IssueCode.TooLarge, "", path, $"This item is larger than {most / 1024 / 1024} MB and was skipped.", Rejected: true);

    /// <summary>Creates the issue for an item that is not valid JSON, while the items around it are.</summary>
    public static ImportIssue CreateDamageIssue(string path) =>
        new(IssueCode.Truncated, "", path, "This item is damaged and was skipped. The other items were read.", Rejected: true);

    /// <summary>Reads a property's name; a replacement character if it is not valid text.</summary>
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

    private static JsonItem Reject(string code, string path, string reason) =>
        new(path, default, new(code, "", path, reason, Rejected: true));

    /// <summary>Parses one JSON value, repaired so that no later access throws.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> item) => JsonElement.Parse(RepairEncoding(item), Options);

    // Invalid UTF-8 would make every later access to the element throw. It is replaced by the replacement character, which every viewer
    // shows for it.
    private static ReadOnlySpan<byte> RepairEncoding(ReadOnlySpan<byte> item)
    {
        if (!Utf8.IsValid(item)) item = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(item));
        if (item.IndexOf("\\ud"u8) >= 0 || item.IndexOf("\\uD"u8) >= 0) item = RepairNames(item.ToArray());
        return item;
    }

    // A lone surrogate makes a name inaccessible; in a value it is harmless and kept. The replacement has the same length.
    private static byte[] RepairNames(byte[] item)
    {
        var reader = new Utf8JsonReader(item,
            new JsonReaderOptions { MaxDepth = Options.MaxDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueIsEscaped || ReadPropertyName(ref reader) != "\uFFFD")
                continue;
            var name = item.AsSpan((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            for (var i = 0; i + 6 <= name.Length; i++)
                if (name[i] == '\\' && name[i + 1] == 'u' && name[i + 2] is (byte)'d' or (byte)'D') "\\ufffd"u8.CopyTo(name[i..]);
                else if (name[i] == '\\') i++;
        }
        return item;
    }
}
