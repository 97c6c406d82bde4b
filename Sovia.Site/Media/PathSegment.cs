using System.Buffers;

namespace Sovia.Media;

/// <summary>One name between two slashes, as it may appear in a path on any operating system.</summary>
public static class PathSegment
{
    // Linux counts bytes and Windows counts characters, but neither takes a name longer than this.
    private const int Longest = 255;

    private static readonly SearchValues<char> Separators = SearchValues.Create(@"/\:");

    // Windows opens a device under each of these, whatever extension follows.
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>Whether the name stays where it is put: not empty, no dots alone, no separator, no device, nothing unprintable.</summary>
    /// <param name="name">The name after percent-decoding.</param>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= Longest
        && !name.AsSpan().ContainsAny(Separators)
        // Windows drops these at the end: "... " would be read as "..".
        && name[^1] is not ('.' or ' ')
        && !name.Any(character => char.IsControl(character) || char.IsSurrogate(character) && !IsWhole(name))
        && !Devices.Contains(name.Split('.')[0].TrimEnd());

    // Half a surrogate pair has no UTF-8 form, so what would be opened is some other name.
    private static bool IsWhole(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            if (!char.IsSurrogate(name[at])) continue;
            if (at + 1 == name.Length || !char.IsSurrogatePair(name[at], name[at + 1])) return false;
            at++;
        }

        return true;
    }
}
