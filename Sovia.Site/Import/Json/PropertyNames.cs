using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using CommunityToolkit.HighPerformance.Buffers;

namespace Sovia.Import.Json;

/// <summary>Names of properties without a new string for each: an export repeats the same twenty a hundred thousand times.</summary>
internal static class PropertyNames
{
    private const int Longest = 64;

    private static readonly StringPool Pool = new(1024);

    /// <summary>The name of a property.</summary>
    public static string Of(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? property.Name : Of(raw);
    }

    /// <summary>A name without escapes, or with them as they stand.</summary>
    public static string Of(ReadOnlySpan<byte> raw) => raw.Length <= Longest ? Pool.GetOrAdd(raw, Encoding.UTF8) : Encoding.UTF8.GetString(raw);
}
