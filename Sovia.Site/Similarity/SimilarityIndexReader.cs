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
        if (!reader.Take<ulong>(SimilarityIndexHeader.Magic.Length).SequenceEqual(SimilarityIndexHeader.Magic))
            throw new InvalidDataException("it is of another form");
        if (reader.Text() != library) throw new InvalidDataException("it is of another library");
        var (stamp, version) = (reader.Text(), reader.Take<long>(1)[0]);
        var (settled, removed, fresh) = (reader.Part(), reader.List<int>(), reader.Part());
        var (hash, kept) = (reader.hash.GetCurrentHash(), new byte[reader.hash.HashLengthInBytes]);
        file.ReadExactly(kept);
        if (!hash.AsSpan().SequenceEqual(kept) || file.Position != file.Length) throw new InvalidDataException("it is damaged");
        var old = settled.Made();
        return new(new(old, RemovedFamilies.Create(old, removed), fresh.Made()), stamp, version);
    }

    private Lists Part() => new(Text(), List<int>(), List<Guid>(), List<long>(), List<ulong>(), List<int>(), List<int>(), List<float>());

    private string Text() => Encoding.UTF8.GetString(List<byte>());

    private T[] List<T>() where T : unmanaged => Take<T>(Take<int>(1)[0]);

    private T[] Take<T>(int length) where T : unmanaged
    {
        // The length may be damaged, so it is checked before memory is allocated.
        if (length < 0 || (long)length * Unsafe.SizeOf<T>() > file.Length - file.Position)
            throw new InvalidDataException("it is cut short");
        const int AtOnce = 1 << 16;
        var values = new T[length];
        for (var rest = values.AsSpan(); !rest.IsEmpty; rest = rest[Math.Min(AtOnce, rest.Length)..])
        {
            var bytes = MemoryMarshal.AsBytes(rest[..Math.Min(AtOnce, rest.Length)]);
            file.ReadExactly(bytes);
            hash.Append(bytes);
        }
        return values;
    }

    private sealed record Lists(string Sets, int[] SetOf, Guid[] Ids, long[] Ages, ulong[] Terms, int[] Starts, int[] Families,
        float[] Counts)
    {
        public IndexSegment Made()
        {
            if (Ids.Length == 0) return IndexSegment.Empty;
            var known = JsonSerializer.Deserialize<string[]>(Sets)!.Select(set => JsonSerializer.Deserialize<string?[]>(set)!)
                .Select(set => (Model: set[0], Modes: set[1..] as string[])).ToArray();
            return new([.. Ids.Select((id, at) => new FamilyFacts(id, Ages[at], known[SetOf[at]].Model, known[SetOf[at]].Modes))],
                new(Terms, Starts, Families, Counts, Ids.Length));
        }
    }
}
