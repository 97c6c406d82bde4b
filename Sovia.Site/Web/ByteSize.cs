using System.Globalization;

namespace Sovia.Web;

/// <summary>Formats numbers of bytes.</summary>
public static class ByteSize
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>Formats a number of bytes in the largest fitting unit, with one decimal below 100.</summary>
    public static string Format(long bytes)
    {
        if (bytes == 1) return "1 byte";
        var (size, unit) = ((double)bytes, 0);
        while (size >= 999.5 && unit < Units.Length - 1) (size, unit) = (size / 1000, unit + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(size, size < 99.95 ? 1 : 0):0.#} {Units[unit]}");
    }
}
