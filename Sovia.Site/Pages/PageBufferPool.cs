using Microsoft.Extensions.ObjectPool;

namespace Sovia.Pages;

/// <summary>Pools the buffers that pages are rendered into, because each would otherwise be allocated on the large object heap.</summary>
public sealed class PageBufferPool
{
    private const int InitialCapacity = 128 << 10;

    // Larger buffers are not returned to the pool.
    private const int MaxPooledCapacity = 1 << 20;

    private readonly DefaultObjectPool<MemoryStream> pool = new(new BufferPolicy());

    /// <summary>Returns an empty buffer.</summary>
    public MemoryStream Rent() => pool.Get();

    /// <summary>
    /// Returns a buffer to the pool once nothing writes to it any more. Leave the buffer of a failed page to the garbage collector.
    /// </summary>
    public void Return(MemoryStream buffer) => pool.Return(buffer);

    private sealed class BufferPolicy : PooledObjectPolicy<MemoryStream>
    {
        public override MemoryStream Create() => new(InitialCapacity);

        public override bool Return(MemoryStream buffer)
        {
            if (buffer.Capacity > MaxPooledCapacity) return false;
            buffer.SetLength(0);
            return true;
        }
    }
}
