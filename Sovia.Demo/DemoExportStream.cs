namespace Sovia.Demo;

/// <summary>A file that is generated while it is read: each part is written once its images or videos have been rendered.</summary>
/// <param name="parts">The parts, each with the rendering that precedes it.</param>
internal sealed class DemoExportStream(IEnumerable<(Func<CancellationToken, Task> Draw, byte[] Text)> parts) : Stream
{
    private readonly IEnumerator<(Func<CancellationToken, Task> Draw, byte[] Text)> partEnumerator = parts.GetEnumerator();
    private ReadOnlyMemory<byte> unread;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (unread.IsEmpty && partEnumerator.MoveNext())
        {
            await partEnumerator.Current.Draw(cancellationToken);
            unread = partEnumerator.Current.Text;
        }
        var count = Math.Min(buffer.Length, unread.Length);
        unread[..count].CopyTo(buffer);
        unread = unread[count..];
        return count;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) partEnumerator.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
