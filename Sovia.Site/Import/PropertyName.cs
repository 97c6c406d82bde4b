using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sovia.Import;

/// <summary>
/// The names of JSON properties without a new text each time: an export has the same two dozen names a million times, and making them
/// was a fifth of reading it.
/// </summary>
internal static class PropertyName
{
    private const int Remembered = 2_000, Longest = 60;

    private static readonly ConcurrentDictionary<string, string> Known = new(new ByBytes());

    /// <summary>The name.</summary>
    public static string Of(JsonProperty property)
    {
        var bytes = JsonMarshal.GetRawUtf8PropertyName(property);
        if (bytes.Length > Longest || !Ascii.IsValid(bytes) || bytes.Contains((byte)'\\')) return property.Name;
        var known = Known.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (known.TryGetValue(bytes, out var name)) return name;
        name = property.Name;
        if (Known.Count < Remembered) Known.TryAdd(name, name);
        return name;
    }

    // Only ASCII gets here.
    private sealed class ByBytes : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode([DisallowNull] string obj) => GetHashCode(Encoding.ASCII.GetBytes(obj));

        public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => (int)XxHash3.HashToUInt64(alternate);

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.ASCII.GetString(alternate);
    }
}
