using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Similarity;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>
/// Similar items of two libraries on one site that have posts of the same ids: each has an index, a file and kept answers of its own.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class SimilarTests(TwoLibraries two) : IClassFixture<TwoLibraries>
{
    [Fact]
    public async Task similar_items_come_from_the_own_library_only()
    {
        var shared = TwoLibraries.Shared[0];
        string[] addresses = [$"/posts/{shared}/similar", $"/posts/{shared}/similar?handler=Strip",
            $"/similar?ids={shared},{TwoLibraries.Shared[1]}", $"/api/media/{shared}/similar?limit=20"];
        for (var round = 0; round < 2; round++)
            foreach (var (one, other) in new[] { (two.Default, two.Other), (two.Other, two.Default) })
            {
                foreach (var address in addresses)
                {
                    var text = "";
                    await Eventually.TrueAsync(async () =>
                        (text = await one.CreateReader.ReadAsync(address)).Contains(one.CreateReader.Word, StringComparison.Ordinal),
                        $"{one.CreateReader.Word} finds theirs at {address}");
                    Assert.Contains($"{TwoLibraries.Shared[2]}", text, StringComparison.Ordinal);
                    Assert.DoesNotContain(other.CreateReader.Word, text, StringComparison.Ordinal);
                    Assert.DoesNotContain($"{other.OwnPost}", text, StringComparison.Ordinal);
                }
                foreach (var address in (string[])[$"/posts/{other.OwnPost}/similar", $"/similar?ids={other.OwnPost}",
                    $"/api/media/{other.OwnPost}/similar"])
                {
                    using var answer = await one.CreateReader.GetAsync(address);
                    Assert.Equal((address, HttpStatusCode.NotFound), (address, answer.StatusCode));
                }
            }
        var files = two.Site.Services.GetRequiredService<SimilarityIndexStore>();
        foreach (var one in two.Both)
            await Eventually.TrueAsync(() => Task.FromResult(files.Load(one.CreateReader.Library) is not null),
                $"the index of {one.CreateReader.Word} is kept");
        Assert.StartsWith(Path.Combine(two.DataDirectory, "libraries"), files.GetPath(two.Other.CreateReader.Library),
            StringComparison.Ordinal);
        Assert.Equal(Path.Combine(two.DataDirectory, "similarity", "index"), files.GetPath(CurrentLibrary.DefaultId));
    }
}
