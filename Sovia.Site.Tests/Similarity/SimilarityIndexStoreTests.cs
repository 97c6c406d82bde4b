using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Similarity;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Similarity;

/// <summary>Indexes on disk.</summary>
public sealed class SimilarityIndexStoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SimilarityIndexStore files;

    public SimilarityIndexStoreTests() => files =
        new(folder.PathOf("similarity"), TimeProvider.System, NullLogger<SimilarityIndexStore>.Instance);

    [Fact]
    public void an_index_comes_back_as_it_was() => RandomFamilies.Families.Sample(families =>
    {
        var index = RandomFamilies.BuildIncrementally(
            [.. families, RandomFamilies.Create(Guid.NewGuid(), "mo\nd\0el", ["", "\n", "é"], 7, ["fog"])]);
        files.Save("anna", new(index, "stamp.7", 7));
        var (loaded, stamp, version) = files.Load("anna")!;
        Assert.Equal((index.Count, "stamp.7", 7), (loaded.Count, stamp, version));
        foreach (var one in families) Assert.Equal(index.FindSimilar(one).SelectScores(), loaded.FindSimilar(one).SelectScores());
        // And goes on from there.
        var later = RandomFamilies.Create(Guid.NewGuid(), "mo\nd\0el", ["é"], 7, ["fog", "storm"]);
        Assert.Equal(index.WithChanges([later], [families[0].Facts.Id]).FindSimilar(later).SelectScores(),
            loaded.WithChanges([later], [families[0].Facts.Id]).FindSimilar(later).SelectScores());
    }, iter: 40, threads: 1);

    [Fact]
    public void nothing_is_taken_from_a_file_with_a_damaged_byte_or_a_missing_end()
    {
        var families = Enumerable.Range(0, 5).Select(number => RandomFamilies.Create(number, $"lighthouse fog number{number}")).ToList();
        files.Save("anna", new(RandomFamilies.BuildIncrementally(families), "stamp.7", 7));
        var path = files.GetPath("anna");
        var whole = File.ReadAllBytes(path);
        Assert.NotNull(files.Load("anna"));
        for (var at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x55;
            File.WriteAllBytes(path, damaged);
            Assert.Null(files.Load("anna"));
            File.WriteAllBytes(path, whole[..at]);
            Assert.Null(files.Load("anna"));
        }
        File.WriteAllBytes(path, [.. whole, 0]);
        Assert.Null(files.Load("anna"));
    }

    [Fact]
    public void the_file_of_one_library_is_not_that_of_another()
    {
        files.Save("anna", new(SimilarityIndex.Empty.WithChanges([RandomFamilies.Create(1, "fog")], []), "stamp.7", 7));
        Assert.Null(files.Load("bert"));
        Directory.CreateDirectory(Path.GetDirectoryName(files.GetPath("bert"))!);
        File.Copy(files.GetPath("anna"), files.GetPath("bert"));
        Assert.Null(files.Load("bert"));
        Assert.NotEqual(Path.GetDirectoryName(files.GetPath(CurrentLibrary.DefaultId)), Path.GetDirectoryName(files.GetPath("anna")));
        Assert.Equal([files.GetPath("anna")], Directory.GetFiles(Path.GetDirectoryName(files.GetPath("anna"))!));
    }

    public void Dispose() => folder.Dispose();
}
