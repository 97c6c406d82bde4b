namespace Sovia.Tests.Import;

/// <summary>Hands out a few bytes at a time, as a slow network does.</summary>
internal sealed class DribblingStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
}
