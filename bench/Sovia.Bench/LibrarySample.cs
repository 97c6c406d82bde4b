using System.Net;
using System.Text.RegularExpressions;

namespace Sovia.Bench;

/// <summary>Sample data of a library that the measurements need.</summary>
/// <param name="Families">How many families.</param>
/// <param name="FarNumber">Which page is the far one: the thousandth, or the one in the middle of a smaller library.</param>
/// <param name="FarPath">That page's address.</param>
/// <param name="Middle">Posts from the middle half, to be jumped to.</param>
/// <param name="RootsWithPrompt">Roots of families with words.</param>
/// <param name="Prompts">Keys of prompts.</param>
/// <param name="Ids">A thousand IDs, of which a tenth belongs to no post.</param>
internal sealed partial record LibrarySample(int Families, int FarNumber, string FarPath, IReadOnlyList<string> Middle,
    IReadOnlyList<string> RootsWithPrompt, IReadOnlyList<string> Prompts, IReadOnlyList<string> Ids)
{
    private const int PageSize = 50;

    /// <summary>Reads the sample from the site and its database.</summary>
    public static async Task<LibrarySample> ReadAsync(int families, SiteProcess site, Database database, CancellationToken ct)
    {
        var number = Math.Clamp(families / PageSize / 2, 1, 1000);
        var middle =
            await database.QueryScalarAsync(
                $"select id from (select id, sort_at from bench.family order by sort_at offset {families / 4} limit {families / 2}) m order by md5(id::text) limit 50", ct);
        var spoken = await database.QueryScalarAsync("select id from sovia.family_index where prompted order by md5(id::text) limit 50", ct);
        // A library that was just seeded: each page works some of its prompts out.
        while (await database.QueryScalarAsync("select count(*) from sovia.prompt_note", ct) != "0")
            using (await site.Client.GetAsync("/prompts", ct)) { }
        var prompts = await database.QueryScalarAsync("select lpad(to_hex(key), 16, '0') from sovia.prompt order by md5(key::text) limit 50", ct);
        var ids = await database.QueryScalarAsync(
            "select id from ((select id from bench.post order by md5(id::text) limit 900) union all select md5(n::text)::uuid from generate_series(1, 100) n) i order by md5(id::text)", ct);
        return new(families, number, await WalkAsync(site, number, ct), middle.Split('\n'), spoken.Split('\n'), prompts.Split('\n'),
            ids.Split('\n'));
    }

    // Page by page, as a reader: only the site knows what its cursors look like.
    private static async Task<string> WalkAsync(SiteProcess site, int pages, CancellationToken ct)
    {
        var path = "/";
        for (var page = 1; page < pages; page++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "HX-Request", "true" } } };
            using var answer = await site.Client.SendAsync(request, ct);
            var next = Next().Match(await answer.Content.ReadAsStringAsync(ct)).Value;
            path = WebUtility.HtmlDecode(Address().Match(next).Groups[1].Value);
            if (path.Length == 0) throw new InvalidOperationException($"Page {page} has no way on, and {pages} were to be walked.");
        }
        return path;
    }

    [GeneratedRegex("""<a\b[^>]*\brel="next"[^>]*>""")]
    private static partial Regex Next();

    [GeneratedRegex("""\bhref="([^"]*)""")]
    private static partial Regex Address();
}
