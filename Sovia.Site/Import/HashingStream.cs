using System.Security.Cryptography;
using Sovia.Import.Containers;

namespace Sovia.Import;

/// <summary>
/// Counts and hashes bytes while they are read, so that a file is read only once. A reader may seek if the file allows it; the bytes
/// it skips are read at the end for the hash.
/// </summary>
internal sealed class HashingStream(Stream inner) : ReadOnlyStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long hashed;
    private bool wasRead;

    /// <summary>Number of bytes read so far; bytes read twice count once.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Returns the SHA-256 of the whole file in lower-case hex.</summary>
    public string ComputeSha256()
    {
        var buffer = new byte[1 << 16];
        if (inner.CanSeek) inner.Position = hashed;
        // A generated file that cannot seek was read to its end, or no more of it can be read.
        while (inner.CanSeek && !wasRead && Read(buffer) > 0) { }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var at = CanSeek ? inner.Position : hashed;
        return Count(buffer[..inner.Read(buffer)], at);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var at = CanSeek ? inner.Position : hashed;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return Count(buffer.Span[..read], at);
    }

    private int Count(ReadOnlySpan<byte> read, long at)
    {
        if (at <= hashed && at + read.Length > hashed)
        {
            var fresh = read[(int)(hashed - at)..];
            hash.AppendData(fresh);
            hashed += fresh.Length;
        }
        wasRead |= read.IsEmpty && at == hashed;
        BytesRead = CanSeek ? Math.Max(BytesRead, hashed) : hashed;
        return read.Length;
    }

    /// <inheritdoc/>
    public override bool CanSeek => inner.CanSeek;

    /// <inheritdoc/>
    public override long Length => inner.Length;

    /// <inheritdoc/>
    public override long Position { get => inner.Position; set => inner.Position = value; }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            hash.Dispose();
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
