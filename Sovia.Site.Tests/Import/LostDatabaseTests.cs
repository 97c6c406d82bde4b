using System.Text.RegularExpressions;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed partial class LostDatabaseTests
{
    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("127\\.0\\.0\\.1:\\d+")]
    private static partial Regex ListeningUrl();

    [GeneratedRegex("<progress[^>]*value=\"[1-9]")]
    private static partial Regex ProgressPattern();

    [Fact]
    public async Task an_import_goes_on_after_its_database_was_killed_under_it()
    {
        await using var folder = new DataFolderForTests();
        var site = await folder.StartSiteAsync();
        using var client = new HttpClient { BaseAddress = new("http://" + ListeningUrl().Match(site.Output).Value) };
        var run = await UploadExportAsync(client, SyntheticExport.Json(families: 1_500, seed: 9));

        await Eventually.TrueAsync(() => HasBegunAsync(client, run), "the import has begun");
        Machine.Signal("KILL", folder.Pid!.Value);

        await Eventually.TrueAsync(async () => (await ReadAsync(client, run)).Contains("data-run-state=\"finished\"",
            StringComparison.Ordinal), "the import has finished");
        var report = await ReadAsync(client, run);
        Assert.Contains("data-families=\"1500\"", report, StringComparison.Ordinal);
        Assert.Contains($"data-new=\"{SyntheticExport.Posts(1_500, 9)}\"", report, StringComparison.Ordinal);
    }

    private static async Task<string> UploadExportAsync(HttpClient client, string export)
    {
        var form = await client.GetStringAsync("/import");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(export), "files", "export.json" },
            { new StringContent("true"), "now" },
            { new StringContent(Token().Match(form).Groups[1].Value), "__RequestVerificationToken" },
        };
        using var answer = await client.PostAsync("/import", content);
        answer.EnsureSuccessStatusCode();
        return answer.RequestMessage!.RequestUri!.AbsolutePath;
    }

    // While the server comes up again pages answer 503; that is no end of the import.
    private static async Task<string> ReadAsync(HttpClient client, string run)
    {
        using var answer = await client.GetAsync(run);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<bool> HasBegunAsync(HttpClient client, string run) => ProgressPattern().IsMatch(await ReadAsync(client, run));
}
