namespace Sovia.Import.Json;

/// <summary>Repairs damaged JSON if the fix is unambiguous, so that a small fault does not make the rest of the file unreadable.</summary>
internal static class JsonRepair
{
    /// <summary>Maximum number of bytes expected between two values.</summary>
    public const int LongestGap = 256;

    // Words that programs write as values although JSON does not have them. Each replacement is no longer than its word.
    private static readonly (byte[] Word, byte[] Value)[] Words =
    [
        ("NaN"u8.ToArray(), "\"\""u8.ToArray()), ("Infinity"u8.ToArray(), "null"u8.ToArray()),
        ("-Infinity"u8.ToArray(), "null"u8.ToArray()), ("undefined"u8.ToArray(), "null"u8.ToArray()),
        ("None"u8.ToArray(), "null"u8.ToArray()), ("True"u8.ToArray(), "true"u8.ToArray()), ("False"u8.ToArray(), "false"u8.ToArray()),
    ];

    /// <summary>Replaces words of other languages that are used as values. An unknown number becomes an empty string.</summary>
    /// <param name="bytes">Bytes that begin outside of a string.</param>
    /// <returns>True if something was replaced.</returns>
    public static bool ReplaceWords(Span<byte> bytes)
    {
        var (hasReplaced, isInString, isValueExpected) = (false, false, true);
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = bytes[i];
            if (isInString)
            {
                if (c == '\\') i++;
                else if (c == '"') isInString = false;
            }
            else if (isValueExpected && c is (byte)'N' or (byte)'I' or (byte)'-' or (byte)'u' or (byte)'T' or (byte)'F'
                && FindWord(bytes[i..]) is { Word: { } word, Value: { } value })
            {
                bytes.Slice(i, word.Length).Fill((byte)' ');
                value.CopyTo(bytes[i..]);
                i += word.Length - 1;
                (hasReplaced, isValueExpected) = (true, false);
            }
            else if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                (isInString, isValueExpected) = (c == '"', c is (byte)':' or (byte)',' or (byte)'[');
        }
        return hasReplaced;
    }

    /// <summary>
    /// Returns the length of an object or array up to its closing bracket, without validating the content; 0 if the bracket is missing.
    /// </summary>
    /// <param name="bytes">Bytes that begin with the value.</param>
    /// <param name="isOpen">
    /// True if the value continues to the end of the bytes. False if a later line begins with a bracket, because another value begins
    /// there.
    /// </param>
    public static int MeasureValue(ReadOnlySpan<byte> bytes, out bool isOpen)
    {
        isOpen = false;
        if (bytes is not [(byte)'{' or (byte)'[', ..]) return 0;
        var (depth, isInString) = (0, false);
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = bytes[i];
            if (c == '\n' && i + 1 < bytes.Length && bytes[i + 1] is (byte)'{' or (byte)'[') return 0;
            if (isInString)
            {
                if (c == '\\') i++;
                else if (c == '"') isInString = false;
            }
            else if (c == '"') isInString = true;
            else if (c is (byte)'{' or (byte)'[') depth++;
            else if (c is (byte)'}' or (byte)']' && --depth == 0) return i + 1;
        }
        isOpen = true;
        return 0;
    }

    /// <summary>
    /// Closes a truncated item after the last complete post in its list of posts; returns null if there is none. Drops a post that is
    /// itself truncated.
    /// </summary>
    /// <param name="item">Bytes that begin with the item and end where the file ends.</param>
    public static byte[]? CloseItem(ReadOnlySpan<byte> item)
    {
        var openLevels = new Stack<Level>();
        var (nameStart, isInString, isPostList) = (0, false, false);
        for (var i = 0; i < item.Length; i++)
        {
            var c = item[i];
            if (isInString)
            {
                if (c == '\\') i++;
                else if (c == '"') (isInString, isPostList) = (false, item[nameStart..i] is var name && IsPostsName(name));
                continue;
            }
            switch (c)
            {
                case (byte)'"':
                    (isInString, nameStart) = (true, i + 1);
                    break;
                case (byte)'{' or (byte)'[':
                    openLevels.Push(new(c == '{' ? (byte)'}' : (byte)']', isPostList && c == '['));
                    isPostList = false;
                    break;
                case (byte)'}' or (byte)']':
                    if (!openLevels.TryPop(out var closedLevel) || closedLevel.ClosingBracket != c) return null;
                    if (c == '}' && openLevels.TryPeek(out var parent)) parent.CompleteLength = i + 1;
                    break;
                case (byte)',':
                    isPostList = false;
                    break;
            }
        }
        while (openLevels.TryPeek(out var level) && !(level.IsPostList && level.CompleteLength > 0)) openLevels.Pop();
        return openLevels.TryPeek(out var lastLevel) ? [.. item[..lastLevel.CompleteLength],
            .. openLevels.Select(level => level.ClosingBracket)] : null;
    }

    private static bool IsPostsName(ReadOnlySpan<byte> name) => name.SequenceEqual("childPosts"u8) || name.SequenceEqual("child_posts"u8);

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
        public byte ClosingBracket => end;

        public bool IsPostList => isList;

        // The length of the item up to the end of the last complete object in this level.
        public int CompleteLength { get; set; }
    }
}
