using System.Buffers;

namespace Sovia.Media;

/// <summary>One path segment, as it may appear in a path on any operating system.</summary>
public static class PathSegment
{
    // Linux limits the bytes and Windows the characters of a name, both to 255.
    private const int MaxLength = 255;

    private static readonly SearchValues<char> Separators = SearchValues.Create(@"/\:");

    // Windows opens a device for each of these names, whatever the extension.
    private static readonly HashSet<string> DeviceNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>
    /// Returns whether the name is a safe path segment: not empty, not only dots, no separator, no device name, no unprintable character.
    /// </summary>
    /// <param name="name">The name after percent-decoding.</param>
    public static bool IsSafe(string name) =>
        name.Length is > 0 and <= MaxLength
        && !name.AsSpan().ContainsAny(Separators)
        // Windows drops trailing dots and spaces: "... " would be read as "..".
        && name[^1] is not ('.' or ' ')
        && !name.Any(character => char.IsControl(character) || char.IsSurrogate(character) && !HasOnlyPairedSurrogates(name))
        && !DeviceNames.Contains(name.Split('.')[0].TrimEnd());

    // A lone surrogate has no UTF-8 form, so a different name would be opened.
    private static bool HasOnlyPairedSurrogates(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i])) continue;
            if (i + 1 == name.Length || !char.IsSurrogatePair(name[i], name[i + 1])) return false;
            i++;
        }

        return true;
    }
}
