using System.Text.RegularExpressions;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>The site killed without a word while it looks through an export, waits for the go-ahead, and writes it.</summary>
public sealed partial class KilledSiteTests
{
    private const int Families = 3_000;

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("127\\.0\\.0\\.1:\\d+")]
    private static partial Regex ListeningUrl();

    [Fact]
    public async Task an_import_survives_the_site_being_killed_at_every_step()
    {
        await using var folder = new DataFolderForTests();
        var site = await folder.StartSiteAsync();
        var run = await UploadExportAsync(site, SyntheticExport.Json(Families, seed: 13));
        await site.KillAsync();

        site = await folder.StartSiteAsync();
        Assert.Contains($"data-families=\"{Families}\"", await UntilAsync(site, run, "preview"), StringComparison.Ordinal);
        await site.KillAsync();

        site = await folder.StartSiteAsync();
        Assert.Contains("data-run-state=\"preview\"", await ReadAsync(site, run), StringComparison.Ordinal);
        await PostAsync(site, run, $"{run}?handler=go");
        await UntilAsync(site, run, "importing");
        await site.KillAsync();

        site = await folder.StartSiteAsync();
        var report = await UntilAsync(site, run, "finished");
        Assert.Contains($"data-families=\"{Families}\"", report, StringComparison.Ordinal);
        Assert.Contains($"data-new=\"{SyntheticExport.Posts(Families, 13)}\"", report, StringComparison.Ordinal);
    }

    private static async Task<string> UploadExportAsync(SiteProcess site, string export)
    {
        using var form = new MultipartFormDataContent { { new StringContent(export), "files", "export.json" } };
        return await PostAsync(site, "/import", "/import", form);
    }

    private static async Task<string> PostAsync(SiteProcess site, string page, string address, MultipartFormDataContent? form = null)
    {
        using var client = ClientOf(site);
        using var content = form ?? [];
        content.Add(new StringContent(Token().Match(await client.GetStringAsync(page)).Groups[1].Value), "__RequestVerificationToken");
        using var answer = await client.PostAsync(address, content);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static async Task<string> UntilAsync(SiteProcess site, string run, string state)
    {
        var page = "";
        await Eventually.TrueAsync(async () => (page = await ReadAsync(site, run)).Contains($"data-run-state=\"{state}\"",
            StringComparison.Ordinal), $"the run is at {state}");
        return page;
    }

    private static async Task<string> ReadAsync(SiteProcess site, string run)
    {
        using var client = ClientOf(site);
        using var answer = await client.GetAsync(run);
        return await answer.Content.ReadAsStringAsync();
    }

    private static HttpClient ClientOf(SiteProcess site) => new() { BaseAddress = new("http://" + ListeningUrl().Match(site.Output).Value) };
}
