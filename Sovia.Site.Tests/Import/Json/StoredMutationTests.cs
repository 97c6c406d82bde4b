using System.Globalization;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import.Json;

/// <summary>
/// Damaged and hostile files through the real writer into PostgreSQL: every run ends, in seconds, and the import after it goes in. A part
/// of twenty thousand in each run of the tests; <c>SOVIA_STORED_MUTATIONS</c> says how many.
/// </summary>
public sealed class StoredMutationTests(SoviaHost host) : ImportTest(host)
{
    private const int AtOnce = 40;
    private const int RunsPerLibrary = 25;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private static readonly int Most = int.Parse(Environment.GetEnvironmentVariable("SOVIA_STORED_MUTATIONS") ?? "800",
        CultureInfo.InvariantCulture);

    [Fact]
    public async Task whatever_is_damaged_is_stored_or_reported_and_the_next_import_goes_in()
    {
        for (var first = 0; first < Most; first += AtOnce)
        {
            if (first % (AtOnce * RunsPerLibrary) == 0) await Host.ResetAsync();
            var numbers = Enumerable.Range(first, AtOnce).ToList();
            var run = await StoreAsync(numbers);
            var which = $"mutants {first} to {first + AtOnce - 1}";
            Assert.True(run.State is ImportState.Finished or ImportState.Failed, which);
            Assert.All(run.Issues, issue => Assert.Contains(issue.Code, MutationTests.Codes));
            // All of it was foreseen: nothing had to be found out by asking the database.
            var refused = run.Issues.FirstOrDefault(issue => issue.Code == IssueCode.Refused
                && issue.Reason.StartsWith("The database", StringComparison.Ordinal));
            Assert.True(refused is null, $"{which}: {refused}");
            var after = await ImportAsync($$"""[{"id":"{{Guid.NewGuid()}}","mediaType":"image","prompt":"a heron after {{which}}"}]""");
            Assert.Equal((ImportState.Finished, 1), (after.State, after.Counts.New));
        }
        using var client = Host.Site.Server.CreateClient();
        foreach (var page in new[] { "/", "/?sort=model", "/?sort=date_asc", "/?sort=type&unit=post", "/?unit=post", "/facets", "/import",
            "/media", "/?search=heron" })
        {
            using var response = await client.GetAsync(page);
            Assert.True(response.IsSuccessStatusCode, $"{page}: {response.StatusCode}");
        }
    }

    private async Task<ImportRun> StoreAsync(IEnumerable<int> numbers)
    {
        ImportableFile[] files =
            [.. numbers.Select(number => Mutants.Create(number) is var bytes
                ? new ImportableFile($"{number}.json", bytes.Length, () => new MemoryStream(bytes)) : null!)];
        return await Importer.RunAsync(CreateRun(files), files, dryRun: false, progress: null, default).WaitAsync(Timeout);
    }
}
