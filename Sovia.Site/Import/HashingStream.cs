using System.Security.Cryptography;
using Sovia.Import.Containers;

namespace Sovia.Import;

/// <summary>
/// Counts and hashes what is read through it, so that a file is read once. A reader may go to and fro in a file that allows it; what it
/// left out is read at the end for the hash.
/// </summary>
internal sealed class HashingStream(Stream inner) : ReadOnlyStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long hashed;
    private bool wasRead;

    /// <summary>Bytes read so far, at most as many as there are.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The hash of the whole file in lower-case hex.</summary>
    public string ComputeSha256()
    {
        var buffer = new byte[1 << 16];
        if (inner.CanSeek) inner.Position = hashed;
        // A file that is still being made was read to its end, or what was read of it is all there is.
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
