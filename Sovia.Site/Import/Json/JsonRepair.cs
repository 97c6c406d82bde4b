namespace Sovia.Import.Json;

/// <summary>Makes damaged JSON readable where it is clear how, so that a small fault does not cost the rest of the file.</summary>
internal static class JsonRepair
{
    /// <summary>More bytes than there are between two values.</summary>
    public const int LongestGap = 256;

    // Values that programs write although JSON has no such words. Each replacement fits into the place of the word.
    private static readonly (byte[] Word, byte[] Value)[] Words =
    [
        ("NaN"u8.ToArray(), "\"\""u8.ToArray()), ("Infinity"u8.ToArray(), "null"u8.ToArray()),
        ("-Infinity"u8.ToArray(), "null"u8.ToArray()), ("undefined"u8.ToArray(), "null"u8.ToArray()),
        ("None"u8.ToArray(), "null"u8.ToArray()), ("True"u8.ToArray(), "true"u8.ToArray()), ("False"u8.ToArray(), "false"u8.ToArray()),
    ];

    /// <summary>Replaces words of other languages that stand in the place of a value. An unknown number becomes an empty text.</summary>
    /// <param name="bytes">Bytes that begin outside of a string.</param>
    /// <returns>True if something was replaced.</returns>
    public static bool ReplaceWords(Span<byte> bytes)
    {
        var (isReplaced, isText, isValue) = (false, false, true);
        for (var at = 0; at < bytes.Length; at++)
        {
            var c = bytes[at];
            if (isText)
            {
                if (c == '\\') at++;
                else if (c == '"') isText = false;
            }
            else if (isValue && c is (byte)'N' or (byte)'I' or (byte)'-' or (byte)'u' or (byte)'T' or (byte)'F'
                && FindWord(bytes[at..]) is { Word: { } word, Value: { } value })
            {
                bytes.Slice(at, word.Length).Fill((byte)' ');
                value.CopyTo(bytes[at..]);
                at += word.Length - 1;
                (isReplaced, isValue) = (true, false);
            }
            else if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                (isText, isValue) = (c == '"', c is (byte)':' or (byte)',' or (byte)'[');
        }
        return isReplaced;
    }

    /// <summary>
    /// Returns the length of an object or array up to its closing bracket, without checking what is in it; 0 if it has no end.
    /// </summary>
    /// <param name="bytes">Bytes that begin with the value.</param>
    /// <param name="isOpen">
    /// True if the value goes on until the end of the bytes, and does not end at a line that begins with a bracket, where another one
    /// begins.
    /// </param>
    public static int MeasureValue(ReadOnlySpan<byte> bytes, out bool isOpen)
    {
        isOpen = false;
        if (bytes is not [(byte)'{' or (byte)'[', ..]) return 0;
        var (depth, isText) = (0, false);
        for (var at = 0; at < bytes.Length; at++)
        {
            var c = bytes[at];
            if (c == '\n' && at + 1 < bytes.Length && bytes[at + 1] is (byte)'{' or (byte)'[') return 0;
            if (isText)
            {
                if (c == '\\') at++;
                else if (c == '"') isText = false;
            }
            else if (c == '"') isText = true;
            else if (c is (byte)'{' or (byte)'[') depth++;
            else if (c is (byte)'}' or (byte)']' && --depth == 0) return at + 1;
        }
        isOpen = true;
        return 0;
    }

    /// <summary>
    /// Closes an item that is cut off after the last complete post in its list of posts; returns null if it has none. A post that is cut
    /// off itself is left out.
    /// </summary>
    /// <param name="item">Bytes that begin with the item and end where the file is cut off.</param>
    public static byte[]? CloseItem(ReadOnlySpan<byte> item)
    {
        var open = new Stack<Level>();
        var (from, isText, isList) = (0, false, false);
        for (var at = 0; at < item.Length; at++)
        {
            var c = item[at];
            if (isText)
            {
                if (c == '\\') at++;
                else if (c == '"') (isText, isList) = (false, item[from..at] is var name && IsList(name));
                continue;
            }
            switch (c)
            {
                case (byte)'"':
                    (isText, from) = (true, at + 1);
                    break;
                case (byte)'{' or (byte)'[':
                    open.Push(new(c == '{' ? (byte)'}' : (byte)']', isList && c == '['));
                    isList = false;
                    break;
                case (byte)'}' or (byte)']':
                    if (!open.TryPop(out var closed) || closed.End != c) return null;
                    if (c == '}' && open.TryPeek(out var around)) around.WholeLength = at + 1;
                    break;
                case (byte)',':
                    isList = false;
                    break;
            }
        }
        while (open.TryPeek(out var level) && !(level.IsList && level.WholeLength > 0)) open.Pop();
        return open.TryPeek(out var last) ? [.. item[..last.WholeLength], .. open.Select(level => level.End)] : null;
    }

    private static bool IsList(ReadOnlySpan<byte> name) => name.SequenceEqual("childPosts"u8) || name.SequenceEqual("child_posts"u8);

    private static (byte[]? Word, byte[]? Value) FindWord(ReadOnlySpan<byte> bytes)
    {
        foreach (var (word, value) in Words)
            if (bytes.StartsWith(word) && (bytes.Length == word.Length
                || bytes[word.Length] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return (word, value);
        return default;
    }

    private sealed class Level(byte end, bool isList)
    {
        public byte End => end;

        public bool IsList => isList;

        // The length of the item up to the end of the last complete object in this level.
        public int WholeLength { get; set; }
    }
}
