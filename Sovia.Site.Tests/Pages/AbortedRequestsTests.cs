using System.Diagnostics;
using System.Globalization;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Api;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Requests to every URL, aborted at any moment. <c>SOVIA_ABORTS</c> sets their number.</summary>
public sealed class AbortedRequestsTests(SoviaHost host) : PictureEndpointTest(host)
{
    // No more at a time than the cache of pages holds, or what is wrong would be pushed out before it is looked at.
    private const int AtATime = 150;

    private static readonly int Aborts = int.TryParse(Environment.GetEnvironmentVariable("SOVIA_ABORTS"), CultureInfo.InvariantCulture,
        out var aborts) ? aborts : 450;

    private static readonly string[][] Askers = [[], ["HX-Request: true"], ["HX-Request: true", "HX-Trigger-Name: search"]];

    [Fact]
    public async Task a_reader_who_goes_away_leaves_nothing_incomplete_behind_on_any_address()
    {
        var random = new Random(20261129);
        var routes = await GetRoutes.AllAsync(Host.Site.Services, await LibraryAsync());
        Assert.Contains(("/facets?handler=Complete", true), routes);
        using var client = Host.Site.Server.CreateClient();
        var times = new Dictionary<string, TimeSpan>();
        foreach (var (address, _) in routes) times[address] = await TimeAsync(client, address);
        var (aborted, failures) = (0, new List<string>());
        for (var done = 0; done < Aborts; done += AtATime)
        {
            var requests = new List<(string Address, string[] Headers)>();
            for (var number = done; number < Math.Min(done + AtATime, Aborts); number++)
            {
                var (route, isPage) = routes[random.Next(routes.Count)];
                // Each URL is unique, so that the aborted request is the first one for it.
                var address = isPage
                    ? $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}search=heron+-word{number}{random.Next()}"
                    : route;
                var headers = Askers[random.Next(isPage ? Askers.Length : 1)];
                if (await AbortAsync(client, UncachedResponse.CreateRequest(address, headers),
                    random.NextDouble() * times[route])) aborted++;
                requests.Add((address, headers));
            }
            foreach (var (address, headers) in requests)
                if (await UncachedResponse.CompareAsync(client, address, headers) is { } difference) failures.Add(difference);
        }
        Assert.Empty(failures);
        Assert.True(aborted > Aborts / 3, $"only {aborted} of {Aborts} went away before the end");
    }

    private async Task<Dictionary<string, string[]>> LibraryAsync()
    {
        var post = await StoreStillAsync(300, 200);
        await StoreAsync([.. Enumerable.Range(1, 40).Select(i => Make.Still(i, $"a heron {i} at dawn"))]);
        var run = new ImportRun { Id = Guid.NewGuid(), State = ImportState.Finished, StartedAt = Make.Start, FinishedAt = Make.Start };
        await using var session = Host.Store.LightweightSession();
        session.Store(run);
        await session.SaveChangesAsync();
        return new()
        {
            ["id"] = [$"{post.Id}"],
            ["postId"] = [$"{post.Id}"],
            ["runId"] = [$"{run.Id}"],
            ["key"] = [PromptKey.Format(PromptKey.ComputeFromClean("a heron 7 at dawn"))],
            ["sha256"] = [post.File!.Sha256],
            ["variant"] = ["256", "512"],
            ["documentName"] = ["v1"],
            ["format"] = ["csv", "json"],
            ["handler"] = [""],
            ["status"] = ["404"],
        };
    }

    // The second time, when it is compiled.
    private static async Task<TimeSpan> TimeAsync(HttpClient client, string address)
    {
        (await client.SendAsync(UncachedResponse.CreateRequest(address, "Cache-Control: no-cache"))).Dispose();
        var clock = Stopwatch.StartNew();
        (await client.SendAsync(UncachedResponse.CreateRequest(address, "Cache-Control: no-cache"))).Dispose();
        return clock.Elapsed;
    }

    // A timer is too coarse for moments within a few milliseconds.
    private static async Task<bool> AbortAsync(HttpClient client, HttpRequestMessage request, TimeSpan after)
    {
        using var going = new CancellationTokenSource();
        var clock = Stopwatch.StartNew();
        var answer = client.SendAsync(request, going.Token);
        SpinWait.SpinUntil(() => clock.Elapsed >= after);
        await going.CancelAsync();
        try
        {
            (await answer).Dispose();
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
