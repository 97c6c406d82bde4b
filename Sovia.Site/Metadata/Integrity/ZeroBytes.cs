namespace Sovia.Metadata.Integrity;

/// <summary>
/// Finds stretches of zeros, which packed pictures do not have: a download that stopped on a file of full length, or left a hole in it.
/// </summary>
internal static class ZeroBytes
{
    /// <summary>Whether there is a stretch of at least so many.</summary>
    public static bool HasSequence(ReadOnlySpan<byte> bytes, int least)
    {
        // Every such stretch covers one of these places.
        for (var at = least - 1; at < bytes.Length; at += least)
        {
            if (bytes[at] != 0) continue;
            var start = bytes[..at].LastIndexOfAnyExcept((byte)0) + 1;
            var ahead = bytes[at..].IndexOfAnyExcept((byte)0);
            if ((ahead < 0 ? bytes.Length : at + ahead) - start >= least) return true;
        }

        return false;
    }

    /// <summary>How many zeros stand at the end.</summary>
    public static int CountAtEnd(ReadOnlySpan<byte> bytes) => bytes.Length - 1 - bytes.LastIndexOfAnyExcept((byte)0);
}
