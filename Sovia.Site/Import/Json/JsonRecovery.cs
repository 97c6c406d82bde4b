namespace Sovia.Import.Json;

/// <summary>
/// Finds where reading can go on behind damage: at the next line that begins with a bracket. Files of a value a line have their values
/// there, and files of one long list, written a post a line, their posts.
/// </summary>
internal static class JsonRecovery
{
    /// <summary>How many bytes to pass over, or the negative of how many can be forgotten where more are needed to tell.</summary>
    /// <param name="bytes">What has not been read.</param>
    /// <param name="isBehind">False as long as the beginning of what could not be read has not been passed; it may itself be a bracket on a
    /// new line.</param>
    public static int FindNextLine(ReadOnlySpan<byte> bytes, ref bool isBehind)
    {
        var from = isBehind ? 0 : bytes.IndexOfAnyExcept(" \t\r\n,"u8);
        if (from < 0) return -bytes.Length;
        isBehind = true;
        for (var at = from; bytes[at..].IndexOf((byte)'\n') is >= 0 and var line;)
        {
            at += line + 1;
            if (at == bytes.Length) return -(at - 1);
            if (bytes[at] is (byte)'{' or (byte)'[') return at;
        }
        return -bytes.Length;
    }
}
