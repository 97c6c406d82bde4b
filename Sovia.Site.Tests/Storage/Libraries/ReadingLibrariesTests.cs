using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Downloads.Lists;
using Sovia.Library;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Storage.Libraries;

/// <summary>Users of two libraries on one site see only their own content at every URL.</summary>
[Collection(HostCollection.Name)]
public sealed class ReadingLibrariesTests(TwoLibraries two) : IClassFixture<TwoLibraries>
{
    private static readonly string[][] Askers = [[], ["HX-Request: true"], ["HX-Request: true", "HX-Trigger-Name: search"],
        ["Cache-Control: no-cache"]];

    // Questions whose answers show the most of a library; addresses without a question come from the routes.
    private static readonly string[] Questions =
    [
        "/?search=heron", "/?search=stork", "/?sort=random&seed=1", "/?sort=rating", "/?unit=post", "/?unit=post&search=has:note",
        "/?search=is:trashed&unit=post", "/?search=is:hidden",
        "/?rating=5", "/?liked=true", "/?search=heronn", "/?search=quillbort", "/?search=quillonna", "/?in=nothing", "/?search=in:kept",
        "/?in=kept", "/?search=in:keptt", "/collections", "/collections/new", "/facets?search=heron",
        "/facets?handler=Complete&search=quill",
        "/facets?handler=Complete&search=tag:", "/facets?handler=Complete&search=model:", "/facets?handler=Count&search=heron",
        "/facets?handler=Months", "/media/missing?host=assets.grok.com",
        "/api/batches?limit=100", "/media/lists/json?access=cookie", "/media/lists/csv?access=cookie&scope=query&search=heron",
        "/media/get?search=heron", "/similar?ids=01aaaaaa-1111-4222-8333-444444444444,02aaaaaa-1111-4222-8333-444444444444",
        "/selection?unit=post&search=heron", "/history?find=tagged",
    ];

    [Fact]
    public async Task nothing_of_another_library_is_at_any_address()
    {
        var addresses = await AddressesAsync();
        Assert.Contains("/media/review", addresses);
        var (leaks, tags) = (new List<string>(), new Dictionary<(string, string), string>());
        // Cold, then kept, then against what the other's browser has.
        for (var round = 0; round < 3; round++)
            foreach (var (one, other) in new[] { (two.Default, two.Other), (two.Other, two.Default) })
                foreach (var address in addresses)
                    foreach (var headers in Askers)
                    {
                        var known = round == 2 && tags.TryGetValue((other.CreateReader.Word, address + headers.Length), out var tag) ? tag
                            : null;
                        using var answer = await one.CreateReader
                            .GetAsync(address, known is null ? headers : [.. headers, $"If-None-Match: {known}"]);
                        var text = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";
                        if (answer.Headers.ETag is { } own) tags[(one.CreateReader.Word, address + headers.Length)] = $"{own}";
                        if (answer.StatusCode == HttpStatusCode.InternalServerError) leaks.Add($"{address}: 500");
                        leaks.AddRange(other.PrivateValues
                            .Where(secret => !address.Contains(secret, StringComparison.Ordinal)
                                && text.Contains(secret, StringComparison.OrdinalIgnoreCase))
                            .Select(secret => $"{one.CreateReader.Word} sees {secret} at {address} [{string.Join(", ", headers)}]"));
                    }
        Assert.Empty(leaks.Distinct());
    }

    [Fact]
    public async Task only_the_ids_of_ones_own_library_are_known()
    {
        for (var round = 0; round < 2; round++)
            foreach (var (one, other) in new[] { (two.Default, two.Other), (two.Other, two.Default) })
            {
                using var answer = await one.CreateReader.SendAsync(HttpMethod.Post, "/api/check-existing", $"""["{other.OwnPost}","{one.OwnPost}"]""");
                Assert.Equal($$"""{"existing_ids":["{{one.OwnPost}}"]}""", await answer.Content.ReadAsStringAsync());
            }
    }

    [Fact]
    public async Task each_user_sees_their_own_content_at_the_same_urls()
    {
        foreach (var one in two.Both)
            foreach (var address in (string[])["/", "/?search=heron", "/facets", "/facets?handler=Complete&search=model:", "/import",
                $"/import/{one.Run}", $"/posts/{TwoLibraries.Shared[0]}",
                $"/posts/{TwoLibraries.Shared[0]}/annotate", "/media/review", "/api/batches", $"/api/batches/{one.Batch}",
                $"/collections/{one.Collection}/edit", "/?in=kept", "/prompts", "/api/prompts",
                $"/prompts/{PromptKey.Format(PromptKey.ComputeFromClean($"a heron 0 {one.CreateReader.Word}"))}",
                    "/prompts/export?format=csv"])
                Assert.Contains(one.CreateReader.Word, await one.CreateReader.ReadAsync(address), StringComparison.Ordinal);
        Assert.Contains($"{TwoLibraries.Shared[4]}", await two.Default.CreateReader.ReadAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{TwoLibraries.Shared[4]}", await two.Other.CreateReader.ReadAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_cached_page_is_not_served_to_another_library()
    {
        using var mine = await two.Default.CreateReader.GetAsync("/?search=heron");
        using var again = await two.Default.CreateReader.GetAsync("/?search=heron", $"If-None-Match: {mine.Headers.ETag}");
        using var theirs = await two.Other.CreateReader.GetAsync("/?search=heron", $"If-None-Match: {mine.Headers.ETag}");
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (again.StatusCode, theirs.StatusCode));
        Assert.NotEqual(mine.Headers.ETag, theirs.Headers.ETag);
    }

    [Fact]
    public async Task content_of_another_library_returns_404()
    {
        foreach (var (one, other) in new[] { (two.Default, two.Other), (two.Other, two.Default) })
            foreach (var address in (string[])[$"/posts/{other.OwnPost}", $"/posts/{other.OwnPost}/annotate", $"/files/{other.OwnPost}",
                $"/files/{other.OwnPost}/256", $"/import/{other.Run}", $"/api/batches/{other.Batch}",
                    $"/collections/{other.Collection}/edit",
                $"/posts/{other.OwnPost}/collections",
                $"/files/by-hash/{TestMedia.Hash(other.Files[3])}/256", $"/media/lists/csv?scope=post&id={other.OwnPost}"])
            {
                using var their = await other.CreateReader.GetAsync(address);
                using var answer = await one.CreateReader.GetAsync(address);
                Assert.Equal((address, HttpStatusCode.OK, HttpStatusCode.NotFound), (address, their.StatusCode, answer.StatusCode));
            }
    }

    private async Task<IReadOnlyList<string>> AddressesAsync()
    {
        var all = two.Both;
        var routes = await GetRoutes.AllAsync(two.Site.Services, new Dictionary<string, string[]>
        {
            ["id"] = [.. TwoLibraries.Shared.Concat(all.SelectMany(one => (Guid[])[one.OwnPost, one.Batch, one.Collection]))
                .Select(id => $"{id}")],
            ["postId"] = [.. TwoLibraries.Shared.Concat(all.Select(one => one.OwnPost)).Select(id => $"{id}")],
            ["runId"] = [.. all.Select(one => $"{one.Run}")],
            ["key"] = [.. all.Select(one => PromptKey.Format(PromptKey.ComputeFromClean($"a heron 0 {one.CreateReader.Word}")))],
            ["sha256"] = [.. all.SelectMany(one => one.Files).Select(TestMedia.Hash).Distinct()],
            ["variant"] = ["256", "sprite", "hd", "audio"],
            ["documentName"] = ["v1"],
            ["format"] = [.. two.Site.Services.GetServices<IDownloadListFormat>()
                .SelectMany(format => (string[])[format.Name, $"{format.Name}?access=cookie"])],
            ["handler"] = [""],
            ["status"] = ["404"],
        });
        var of = all.SelectMany(one => (string[])[$"/media/lists/csv?access=cookie&scope=run&id={one.Run}",
            $"/media/lists/json?access=cookie&scope=family&id={one.OwnPost}", $"/?search=run:{one.Run}", $"/?at={one.OwnPost}",
            $"/posts/{TwoLibraries.Shared[0]}?search=run:{one.Run}",
            $"/compare?ids={TwoLibraries.Shared[0]},{one.OwnPost}&pin={one.OwnPost}&query=search%3Dheron"]);
        return [.. routes.Select(route => route.Address), .. Questions, .. of];
    }
}
