namespace Sovia.Import.Json;

/// <summary>
/// Finds where reading can resume after damage: at the next line that begins with a bracket. That is where values begin in a file with one
/// value a line, and posts in a file with one long array and one post a line.
/// </summary>
internal static class JsonRecovery
{
    /// <summary>Returns the number of bytes to skip, or the negated number of bytes to discard if more bytes are needed.</summary>
    /// <param name="bytes">The unread bytes.</param>
    /// <param name="isBehind">False until the beginning of the damaged value has been passed, because that may itself be a bracket on a new
    /// line.</param>
    public static int FindNextLine(ReadOnlySpan<byte> bytes, ref bool isBehind)
    {
        var start = isBehind ? 0 : bytes.IndexOfAnyExcept(" \t\r\n,"u8);
        if (start < 0) return -bytes.Length;
        isBehind = true;
        for (var position = start; bytes[position..].IndexOf((byte)'\n') is >= 0 and var lineEnd;)
        {
            position += lineEnd + 1;
            if (position == bytes.Length) return -(position - 1);
            if (bytes[position] is (byte)'{' or (byte)'[') return position;
        }
        return -bytes.Length;
    }
}
