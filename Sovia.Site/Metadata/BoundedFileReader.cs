namespace Sovia.Metadata;

/// <summary>Reads a file up to a byte limit, so that a hostile file can exhaust neither memory nor time.</summary>
internal sealed class BoundedFileReader(Stream stream, CancellationToken ct)
{
    private const int MaxReads = 200_000;

    private long _bytesLeft = 16 << 20;
    private int _readsLeft = MaxReads;

    public long Length { get; } = stream.Length;

    /// <summary>Reads exactly the given number of bytes; null if the file ends earlier or the limit is reached.</summary>
    public byte[]? Read(long at, long count)
    {
        ct.ThrowIfCancellationRequested();
        if (at < 0 || count < 0 || at > Length - count || count > _bytesLeft || --_readsLeft < 0) return null;
        _bytesLeft -= count;
        var bytes = new byte[count];
        stream.Position = at;
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? bytes : null;
    }

    /// <summary>Reads the given number of bytes, but at most <paramref name="most"/>.</summary>
    public byte[]? ReadUpTo(long at, long count, long most) => Read(at, Math.Min(count, most));

    /// <summary>Charges unpacked bytes to the limit; false if the limit is reached.</summary>
    public bool TryConsume(long count) => (_bytesLeft -= count) > 0;

    /// <summary>Bytes that may still be read or unpacked.</summary>
    public long RemainingBytes => Math.Max(_bytesLeft, 0);

    /// <summary>Reads packed pixels without charging them to the limit, which applies to metadata only.</summary>
    public int ReadUncounted(long at, Span<byte> into)
    {
        ct.ThrowIfCancellationRequested();
        stream.Position = at;
        return stream.Read(into);
    }
}
