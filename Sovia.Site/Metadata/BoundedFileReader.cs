namespace Sovia.Metadata;

/// <summary>A file of which only so much may be read: a hostile one ends the reading, not the memory or the patience.</summary>
internal sealed class BoundedFileReader(Stream stream, CancellationToken ct)
{
    private const int MostReads = 200_000;

    private long _bytesLeft = 16 << 20;
    private int _readsLeft = MostReads;

    public long Length { get; } = stream.Length;

    /// <summary>Exactly these bytes; null where the file ends before them or enough has been read.</summary>
    public byte[]? Read(long at, long count)
    {
        ct.ThrowIfCancellationRequested();
        if (at < 0 || count < 0 || at > Length - count || count > _bytesLeft || --_readsLeft < 0) return null;
        _bytesLeft -= count;
        var bytes = new byte[count];
        stream.Position = at;
        return stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? bytes : null;
    }

    /// <summary>These bytes, or as many of the first of them as <paramref name="most"/>.</summary>
    public byte[]? ReadUpTo(long at, long count, long most) => Read(at, Math.Min(count, most));

    /// <summary>Takes from what may be read what was made of it by unpacking; false where nothing is left.</summary>
    public bool TryConsume(long count) => (_bytesLeft -= count) > 0;

    /// <summary>What may still be read or unpacked.</summary>
    public long RemainingBytes => Math.Max(_bytesLeft, 0);

    /// <summary>A look at the packed pixels, which the limit on metadata does not count.</summary>
    public int ReadUncounted(long at, Span<byte> into)
    {
        ct.ThrowIfCancellationRequested();
        stream.Position = at;
        return stream.Read(into);
    }
}
