using System.Buffers;
using System.Security.Cryptography;

namespace Sovia.Media;

/// <summary>Computes the SHA-256 that identifies a content.</summary>
internal static class Sha256Hex
{
    // SHA256.HashDataAsync reads 4 KB at a time, which for asynchronous reads costs more than the hashing.
    private const int BufferSize = 256 << 10;

    /// <summary>Computes the SHA-256 of the stream from its current position to the end, in lower-case hex.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<string> ComputeAsync(Stream bytes, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
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
