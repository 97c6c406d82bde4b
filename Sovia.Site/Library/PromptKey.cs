using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sovia.Library;

/// <summary>
/// Identifies a prompt by 64 bits of the SHA-256 of its text, cleaned, trimmed and case-folded. Posts with the same key have the same
/// prompt. In a URL the key is 16 hexadecimal digits.
/// </summary>
public static class PromptKey
{
    /// <summary>The number of digits in a URL.</summary>
    public const int Digits = 16;

    /// <summary>Computes the key of a post's user prompt; null if there is none.</summary>
    public static long? Compute(Post post) => PromptText.GetUserPrompt(post) is { } text ? ComputeFromClean(text) : null;

    /// <summary>Computes the key of a typed text; null if nothing is left after cleaning.</summary>
    public static long? Compute(string? text) => PromptText.Clean(text) is { } clean ? ComputeFromClean(clean) : null;

    /// <summary>Computes the key of a cleaned text.</summary>
    public static long ComputeFromClean(string clean)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(FoldCase(clean)), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    /// <summary>
    /// Folds the case of a text. Converts to upper case first, so that letters with the same capital, such as both forms of sigma, become
    /// equal.
    /// </summary>
    public static string FoldCase(string clean) => clean.ToUpperInvariant().ToLowerInvariant();

    /// <summary>Formats the key for URLs and searches.</summary>
    public static string Format(long key) => key.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Parses the result of <see cref="Format"/>; returns null for anything else.</summary>
    public static long? Parse(string? text) =>
        text?.Length == Digits && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
        ? unchecked((long)key) : null;
}
