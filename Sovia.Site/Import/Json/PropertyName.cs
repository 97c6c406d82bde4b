using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sovia.Import.Json;

/// <summary>
/// The name of a property. An export repeats the same twenty names a hundred thousand times, so each thread caches the most recent ones.
/// </summary>
/// <param name="Spelling">The source's spelling.</param>
/// <param name="WithoutUnderscores">The spelling without underscores.</param>
internal sealed record PropertyName(string Spelling, string WithoutUnderscores)
{
    private const int MaxCachedBytes = 64;
    private const int SlotCount = 2048;

    [ThreadStatic]
    private static (byte[] Raw, PropertyName Name)[]? cache;

    /// <summary>A case-insensitive hash: names with different hashes are different.</summary>
    public int QuickHash { get; } = ComputeQuickHash(WithoutUnderscores);

    /// <inheritdoc cref="QuickHash"/>
    public static int ComputeQuickHash(string plain) => plain.Length == 0 ? 0 : (plain.Length << 8) | (plain[0] | 0x20);

    /// <summary>Returns the name of a property.</summary>
    public static PropertyName From(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? From(Unescape(raw)) : From(raw);
    }

    /// <summary>Returns the cached name for the raw bytes, whose escapes are not decoded.</summary>
    public static PropertyName From(ReadOnlySpan<byte> raw)
    {
        if (raw.Length > MaxCachedBytes) return From(Encoding.UTF8.GetString(raw));
        // Two-way associative: names with the same hash share two slots, and the two most recent ones stay.
        var pair = (cache ??= new (byte[], PropertyName)[SlotCount]).AsSpan((int)(XxHash3.HashToUInt64(raw) % (SlotCount / 2)) * 2, 2);
        foreach (var (cachedRaw, name) in pair)
            if (name is not null && raw.SequenceEqual(cachedRaw)) return name;
        pair[1] = pair[0];
        pair[0] = (raw.ToArray(), From(Encoding.UTF8.GetString(raw)));
        return pair[0].Name;
    }

    // Replaces lone surrogates, which the framework refuses to read and no text can store.
    private static string Unescape(ReadOnlySpan<byte> raw) =>
        string.Concat(JsonEscapes.Decode(Encoding.UTF8.GetString(raw)).EnumerateRunes().Select(rune => rune.ToString()));

    private static PropertyName From(string spelling) => new(spelling, spelling.Replace("_", "", StringComparison.Ordinal));
}
