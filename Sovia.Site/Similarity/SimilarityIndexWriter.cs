using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Sovia.Similarity;

/// <summary>Writes an index to a file: header, library and version, both segments, and a hash of the content.</summary>
internal sealed class SimilarityIndexWriter
{
    private readonly Stream file;
    private readonly XxHash3 hash = new();

    private SimilarityIndexWriter(Stream file) => this.file = file;

    /// <summary>Writes an index.</summary>
    /// <param name="file">The file.</param>
    /// <param name="library">The index's library.</param>
    /// <param name="versionedIndex">The index and its version.</param>
    public static void Write(Stream file, string library, VersionedSimilarityIndex versionedIndex)
    {
        var writer = new SimilarityIndexWriter(file);
        writer.Add<ulong>(SimilarityIndexHeader.Magic);
        writer.Add(library);
        writer.Add(versionedIndex.Stamp);
        writer.Add<long>([versionedIndex.Version]);
        writer.Add(versionedIndex.Index.MainSegment);
        writer.AddList<int>([.. versionedIndex.Index.Removed.Numbers]);
        writer.Add(versionedIndex.Index.RecentSegment);
        file.Write(writer.hash.GetCurrentHash());
    }

    private void Add(IndexSegment segment)
    {
        // Writes each combination of model and modes once, because there are only a few.
        var sets = segment.Families.Select(SerializeSet).Distinct(StringComparer.Ordinal).ToList();
        var indexes = sets.Select((set, place) => (set, place)).ToDictionary(item => item.set, item => item.place, StringComparer.Ordinal);
        Add(JsonSerializer.Serialize(sets));
        AddList<int>([.. segment.Families.Select(family => indexes[SerializeSet(family)])]);
        AddList<Guid>([.. segment.Families.Select(family => family.Id)]);
        AddList<long>([.. segment.Families.Select(family => family.TimeKey)]);
        var content = segment.Postings.Content;
        AddList<ulong>(content.Terms);
        AddList<int>(content.Starts);
        AddList<int>(content.Families);
        AddList<int>(content.RepeatStarts);
        AddList<int>(content.RepeatingFamilies);
        AddList<float>(content.Repeats);
        AddList<ulong>(content.UniqueTerms);
        AddList<int>(content.UniqueFamilies);
    }

    private static string SerializeSet(FamilyFacts family) => JsonSerializer.Serialize<string?[]>([family.Model, .. family.Modes]);

    private void Add(string text) => AddList<byte>(Encoding.UTF8.GetBytes(text));

    private void AddList<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        Add<int>([values.Length]);
        Add(values);
    }

    private void Add<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        // Written in chunks, because the bytes of a list can exceed the maximum length of a span.
        const int ChunkSize = 1 << 16;
        for (; !values.IsEmpty; values = values[Math.Min(ChunkSize, values.Length)..])
        {
            var bytes = MemoryMarshal.AsBytes(values[..Math.Min(ChunkSize, values.Length)]);
            hash.Append(bytes);
            file.Write(bytes);
        }
    }
}
