using System.Text.Json;

namespace Sovia.Seeding;

/// <summary>Writes a synthetic library in the source's export format: a bare array, indented by two spaces.</summary>
public static class WriteSyntheticExport
{
    private const int FamiliesPerFlush = 200;

    /// <summary>Streams the families, so that memory does not grow with the library.</summary>
    /// <param name="library">The synthetic library.</param>
    /// <param name="output">The output, which stays open.</param>
    /// <param name="progress">Receives the progress at intervals.</param>
    /// <param name="ct">Cancels; the array is then left unclosed.</param>
    public static async Task<SeedProgress> RunAsync(SyntheticLibrary library, Stream output, IProgress<SeedProgress>? progress,
        CancellationToken ct)
    {
        await using var writer = new Utf8JsonWriter(output, SyntheticPostJson.Pretty);
        var totals = SeedProgress.None;
        writer.WriteStartArray();
        foreach (var batch in library.GenerateFamilies().Chunk(FamiliesPerFlush))
        {
            foreach (var family in batch) SyntheticPostJson.Write(writer, family[0], family.Skip(1));
            await writer.FlushAsync(ct);
            totals = totals.Add(batch);
            progress?.Report(totals);
        }
        writer.WriteEndArray();
        return totals;
    }
}
