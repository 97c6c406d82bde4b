using System.Buffers;
using System.Security.Cryptography;

namespace Sovia.Media;

/// <summary>Tells the identity of a content.</summary>
internal static class Sha256Hex
{
    // SHA256.HashDataAsync asks for 4 KB at a time, which costs more than the hashing where a file is read without blocking.
    private const int Stretch = 256 << 10;

    /// <summary>The SHA-256 of the bytes from here to the end, in lower-case hex.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static async Task<string> ComputeAsync(Stream bytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Stretch);
        try
        {
            for (int read; (read = await bytes.ReadAsync(buffer, ct)) > 0;) hash.AppendData(buffer, 0, read);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
