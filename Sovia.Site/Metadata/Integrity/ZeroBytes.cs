namespace Sovia.Metadata.Integrity;

/// <summary>
/// Finds runs of zeros, which compressed images do not contain. They mean that a download into a preallocated file stopped or left a gap.
/// </summary>
internal static class ZeroBytes
{
    /// <summary>Returns whether there is a run of at least this length.</summary>
    public static bool HasSequence(ReadOnlySpan<byte> bytes, int least)
    {
        // Every such run covers one of these offsets.
        for (var index = least - 1; index < bytes.Length; index += least)
        {
            if (bytes[index] != 0) continue;
            var start = bytes[..index].LastIndexOfAnyExcept((byte)0) + 1;
            var zerosAhead = bytes[index..].IndexOfAnyExcept((byte)0);
            if ((zerosAhead < 0 ? bytes.Length : index + zerosAhead) - start >= least) return true;
        }

        return false;
    }

    /// <summary>Returns the number of zeros at the end.</summary>
    public static int CountAtEnd(ReadOnlySpan<byte> bytes) => bytes.Length - 1 - bytes.LastIndexOfAnyExcept((byte)0);
}
