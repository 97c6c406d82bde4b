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
        After(store, "\u0074claim_generator_info"u8, "\u0064name"u8) ?? After(store, "\u006Fclaim_generator"u8, []),
        store.IndexOf("rainedAlgorithmicMedia"u8) >= 0 || store.IndexOf("/compositeSynthetic"u8) >= 0);

    // In CBOR, a text is the byte 0x60 plus its length, or 0x78 and a length, then the text. A map's value follows its key.
    private static string? After(ReadOnlySpan<byte> store, ReadOnlySpan<byte> key, ReadOnlySpan<byte> inner)
    {
        var at = store.IndexOf(key);
        if (at < 0) return null;
        var rest = store[(at + key.Length)..];
        if (!inner.IsEmpty)
        {
            rest = rest[..Math.Min(rest.Length, 256)];
            var name = rest.IndexOf(inner);
            if (name < 0) return null;
            rest = rest[(name + inner.Length)..];
        }

        var (skip, length) = rest switch
        {
            [>= 0x60 and <= 0x77, ..] => (1, rest[0] - 0x60),
            [0x78, var said, ..] => (2, said),
            _ => (0, 0),
        };
        return length > 0 && skip + length <= rest.Length ? SafeText.CleanOrNull(TextDecoder.Decode(rest.Slice(skip, length))) : null;
    }
}
