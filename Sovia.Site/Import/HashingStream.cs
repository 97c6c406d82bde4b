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
    private long hashedLength;
    private bool hasReachedEnd;

    /// <summary>Number of bytes read so far; bytes read twice count once.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Returns the SHA-256 of the whole file in lower-case hex.</summary>
    public string ComputeSha256()
    {
        var buffer = new byte[1 << 16];
        if (inner.CanSeek) inner.Position = hashedLength;
        // A stream that cannot seek was already read to its end, or cannot be read further.
        while (inner.CanSeek && !hasReachedEnd && Read(buffer) > 0) { }
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var startPosition = CanSeek ? inner.Position : hashedLength;
        return TrackRead(buffer[..inner.Read(buffer)], startPosition);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var startPosition = CanSeek ? inner.Position : hashedLength;
        var read = await inner.ReadAsync(buffer, cancellationToken);
        return TrackRead(buffer.Span[..read], startPosition);
    }

    private int TrackRead(ReadOnlySpan<byte> bytes, long startPosition)
    {
        if (startPosition <= hashedLength && startPosition + bytes.Length > hashedLength)
        {
            var newBytes = bytes[(int)(hashedLength - startPosition)..];
            hash.AppendData(newBytes);
            hashedLength += newBytes.Length;
        }
        hasReachedEnd |= bytes.IsEmpty && startPosition == hashedLength;
        BytesRead = CanSeek ? Math.Max(BytesRead, hashedLength) : hashedLength;
        return bytes.Length;
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
