using System.Text.Json;

namespace Sovia.Seeding;

/// <summary>Writes a synthetic library as the source would export it: one bare array, two spaces a level.</summary>
public static class WriteSyntheticExport
{
    private const int FamiliesPerFlush = 200;

    /// <summary>Writes family after family; memory does not grow with the library.</summary>
    /// <param name="library">What to write.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="ct">Stops; the array is not closed then.</param>
    public static async Task<SeedProgress> RunAsync(SyntheticLibrary library, Stream output, IProgress<SeedProgress>? progress,
        CancellationToken ct)
    {
        await using var writer = new Utf8JsonWriter(output, SyntheticPostJson.Pretty);
        var written = SeedProgress.None;
        writer.WriteStartArray();
        foreach (var batch in library.GenerateFamilies().Chunk(FamiliesPerFlush))
        {
            foreach (var family in batch) SyntheticPostJson.Write(writer, family[0], family.Skip(1));
            await writer.FlushAsync(ct);
            written = written.Add(batch);
            progress?.Report(written);
        }
        writer.WriteEndArray();
        return written;
    }
}
