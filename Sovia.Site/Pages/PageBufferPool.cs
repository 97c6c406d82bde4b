using Microsoft.Extensions.ObjectPool;

namespace Sovia.Pages;

/// <summary>Memory that pages are made in, used again and again: at their size it would be the large heap's each time.</summary>
public sealed class PageBufferPool
{
    private const int First = 128 << 10;

    // A page that is larger than most leaves nothing behind.
    private const int Largest = 1 << 20;

    private readonly DefaultObjectPool<MemoryStream> pool = new(new BufferPolicy());

    /// <summary>An empty one.</summary>
    public MemoryStream Rent() => pool.Get();

    /// <summary>Takes one back that nobody writes to any more. One whose page failed is better left to the collector.</summary>
    public void Return(MemoryStream buffer) => pool.Return(buffer);

    private sealed class BufferPolicy : PooledObjectPolicy<MemoryStream>
    {
        public override MemoryStream Create() => new(First);

        public override bool Return(MemoryStream buffer)
        {
            if (buffer.Capacity > Largest) return false;
            buffer.SetLength(0);
            return true;
        }
    }
}
