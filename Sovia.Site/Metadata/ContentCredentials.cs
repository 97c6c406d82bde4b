using Sovia.Metadata.Texts;

namespace Sovia.Metadata;

/// <summary>The claims of Content Credentials (C2PA). Their signature is not verified.</summary>
/// <param name="ClaimGenerator">The program that wrote the claim; null if not stated.</param>
/// <param name="DeclaredAi">True if an action names a trained model as the source.</param>
internal sealed record ContentCredentials(string? ClaimGenerator, bool DeclaredAi)
{
    /// <summary>Maximum number of bytes read of a manifest store; large, because thumbnails may precede the claim.</summary>
    public const int MaxBytes = 2 << 20;

    /// <summary>
    /// Parses the credentials in a JUMBF box; null if it is not a C2PA box. Both marker words are required, because either alone occurs in
    /// other files by chance.
    /// </summary>
    public static ContentCredentials? Parse(ReadOnlySpan<byte> store) =>
        store.IndexOf("jumb"u8) < 0 || store.IndexOf("c2pa"u8) < 0 ? null : new(
        FindTextAfter(store, "\u0074claim_generator_info"u8, "\u0064name"u8) ?? FindTextAfter(store, "\u006Fclaim_generator"u8, []),
        store.IndexOf("rainedAlgorithmicMedia"u8) >= 0 || store.IndexOf("/compositeSynthetic"u8) >= 0);

    // In CBOR, a text is the byte 0x60 plus its length, or 0x78 and a length, then the text. A map's value follows its key.
    private static string? FindTextAfter(ReadOnlySpan<byte> store, ReadOnlySpan<byte> key, ReadOnlySpan<byte> innerKey)
    {
        var keyIndex = store.IndexOf(key);
        if (keyIndex < 0) return null;
        var tail = store[(keyIndex + key.Length)..];
        if (!innerKey.IsEmpty)
        {
            tail = tail[..Math.Min(tail.Length, 256)];
            var innerIndex = tail.IndexOf(innerKey);
            if (innerIndex < 0) return null;
            tail = tail[(innerIndex + innerKey.Length)..];
        }

        var (skip, length) = tail switch
        {
            [>= 0x60 and <= 0x77, ..] => (1, tail[0] - 0x60),
            [0x78, var lengthByte, ..] => (2, lengthByte),
            _ => (0, 0),
        };
        return length > 0 && skip + length <= tail.Length ? SafeText.CleanOrNull(TextDecoder.Decode(tail.Slice(skip, length))) : null;
    }
}
