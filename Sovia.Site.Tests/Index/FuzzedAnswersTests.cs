using System.Net;
using Sovia.Tests.Query.Language;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Index;

/// <summary>Whatever is typed, a page answers.</summary>
public sealed class FuzzedAnswersTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task any_search_and_any_filter_gets_a_page()
    {
        var library = new RandomTerms(11);
        await StoreAsync([.. Enumerable.Range(0, 20).SelectMany(_ => library.Family())]);
        using var client = Host.Site.Server.CreateClient();
        string[] parameters = ["search", "model", "mode", "type", "liked", "month", "videos", "prompt", "bytes", "sort", "unit", "after",
            "before", "at", "seed", "tz", "view", "columns"];
        for (var seed = 0; seed < 1200; seed++)
        {
            var random = new Random(seed);
            var search = RandomSearch.Next(random);
            var address =
                $"/?search={Uri.EscapeDataString(Legible(search))}&{parameters[random.Next(parameters.Length)]}={Uri.EscapeDataString(Legible(RandomSearch.Next(random)))}";
            if (address.Length > 8000) continue;
            using var answer = await client.GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"seed {seed}: {(int)answer.StatusCode} for {address}");
        }
    }

    // Half a surrogate pair cannot stand in an address.
    private static string Legible(string text) => string.Concat(text.EnumerateRunes());
}
