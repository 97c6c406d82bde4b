using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sovia.Similarity;

/// <summary>Reads index files written by <c>SimilarityIndexWriter</c>. Verifies the hash before it builds the index.</summary>
internal sealed class SimilarityIndexReader
{
    private readonly Stream file;
    private readonly XxHash3 hash = new();

    private SimilarityIndexReader(Stream file) => this.file = file;

    /// <summary>Reads an index.</summary>
    /// <param name="file">The file, which must support <see cref="Stream.Length"/>.</param>
    /// <param name="library">The library that the index must belong to.</param>
    /// <exception cref="InvalidDataException">The file is damaged, of another format, or of another library.</exception>
    public static VersionedSimilarityIndex Read(Stream file, string library)
    {
        var reader = new SimilarityIndexReader(file);
        if (!reader.ReadValues<ulong>(SimilarityIndexHeader.Magic.Length).SequenceEqual(SimilarityIndexHeader.Magic))
            throw new InvalidDataException("unknown format");
        if (reader.ReadText() != library) throw new InvalidDataException("it belongs to another library");
        var (stamp, version) = (reader.ReadText(), reader.ReadValues<long>(1)[0]);
        var (mainLists, removedNumbers, recentLists) = (reader.ReadLists(), reader.ReadList<int>(), reader.ReadLists());
        var (hash, storedHash) = (reader.hash.GetCurrentHash(), new byte[reader.hash.HashLengthInBytes]);
        file.ReadExactly(storedHash);
        if (!hash.AsSpan().SequenceEqual(storedHash) || file.Position != file.Length) throw new InvalidDataException("it is damaged");
        var mainSegment = mainLists.ToSegment();
        return new(new(mainSegment, RemovedFamilies.Create(mainSegment, removedNumbers), recentLists.ToSegment()), stamp, version);
    }

    private Lists ReadLists() => new(ReadText(), ReadList<int>(), ReadList<Guid>(), ReadList<long>(),
        new(ReadList<ulong>(), ReadList<int>(), ReadList<int>(), ReadList<int>(), ReadList<int>(), ReadList<float>(), ReadList<ulong>(),
            ReadList<int>()));

    private string ReadText() => Encoding.UTF8.GetString(ReadList<byte>());

    private T[] ReadList<T>() where T : unmanaged => ReadValues<T>(ReadValues<int>(1)[0]);

    private T[] ReadValues<T>(int length) where T : unmanaged
    {
        // The length may be damaged, so it is checked before memory is allocated.
        if (length < 0 || (long)length * Unsafe.SizeOf<T>() > file.Length - file.Position)
            throw new InvalidDataException("it is truncated");
        const int ChunkSize = 1 << 16;
        var values = new T[length];
        for (var remaining = values.AsSpan(); !remaining.IsEmpty; remaining = remaining[Math.Min(ChunkSize, remaining.Length)..])
        {
            var bytes = MemoryMarshal.AsBytes(remaining[..Math.Min(ChunkSize, remaining.Length)]);
            file.ReadExactly(bytes);
            hash.Append(bytes);
        }
        return values;
    }

    private sealed record Lists(string Sets, int[] SetOf, Guid[] Ids, long[] Ages, PostingArrays Postings)
    {
        public IndexSegment ToSegment()
        {
            if (Ids.Length == 0) return IndexSegment.Empty;
            var sets = JsonSerializer.Deserialize<string[]>(Sets)!.Select(set => JsonSerializer.Deserialize<string?[]>(set)!)
                .Select(set => (Model: set[0], Modes: set[1..] as string[])).ToArray();
            return new([.. Ids.Select((id, i) => new FamilyFacts(id, Ages[i], sets[SetOf[i]].Model, sets[SetOf[i]].Modes))],
                new(Postings, Ids.Length));
        }
    }
}
