using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sovia.Library;

/// <summary>
/// Identifies a prompt: 64 bits of the SHA-256 of its text, cleaned, trimmed and with its case folded. Posts with the same key have the
/// same prompt. In an address it is 16 hexadecimal digits.
/// </summary>
public static class PromptKey
{
    /// <summary>The number of digits in an address.</summary>
    public const int Digits = 16;

    /// <summary>The key of what the user asked for; null where nothing was written.</summary>
    public static long? Compute(Post post) => PromptText.GetUserPrompt(post) is { } text ? ComputeFromClean(text) : null;

    /// <summary>The key of a text as somebody typed it; null where nothing is left of it.</summary>
    public static long? Compute(string? text) => PromptText.Clean(text) is { } clean ? ComputeFromClean(clean) : null;

    /// <summary>The key of a text that has been cleaned.</summary>
    public static long ComputeFromClean(string clean)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FoldCase(clean)), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>
    /// A text with its case folded. Capitals first: letters that share one, such as both forms of sigma, become the same.
    /// </summary>
    public static string FoldCase(string clean) => clean.ToUpperInvariant().ToLowerInvariant();

    /// <summary>The key as addresses and searches write it.</summary>
    public static string Format(long key) => key.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Format"/> wrote; null for anything else.</summary>
    public static long? Parse(string? text) =>
        text?.Length == Digits && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
        ? unchecked((long)key) : null;
}
