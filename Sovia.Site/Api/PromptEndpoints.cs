using System.Globalization;
using Sovia.Api.Docs;
using Sovia.Library;
using Sovia.Prompts;
using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Api;

/// <summary>Maps prompts in the format of 8xSovia's API. Prompts that differ only in case or spacing count as one.</summary>
public static class PromptEndpoints
{
    private const int DefaultLimit = 100, MaxLimit = 500, MaxSearchResults = 50, MostUsedCount = 10, MaxMatches = 5_000, MinLength = 2;

    private static readonly Facet ModeFacet = Facet.Find("mode")!;

    /// <summary>Maps <c>/api/prompts</c> and related routes.</summary>
    public static void MapPrompts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/prompts", ListAsync).WithSummary("Lists prompts with how often each was used")
            .WithParameters(ApiParameter.Limit(DefaultLimit, MaxLimit),
                new("sort", "The sort order.", "usage") { Values = [.. PromptSort.All.Select(sort => sort.Name)] })
            .ProducesJson<PromptsJson>(
                """{"prompts":[{"key":"a1b2c3d4e5f60718","prompt":"A lighthouse at night","usage_count":12,"mode_type":"both","first_used":"2026-03-01T12:30:00Z","last_used":"2026-03-05T09:00:00Z"}],"total":2040}""").ProducesInvalidParameter();
        app.MapGet("/api/prompts/stats", StatsAsync).WithSummary("Counts prompts, and posts by mode")
            .ProducesJson<PromptStatsJson>(
                """{"total_unique_prompts":2040,"total_custom_prompts":1800,"total_parent_prompts":279,"custom_mode_count":2100,"normal_mode_count":1300,"custom_mode_percentage":61.03,"most_used_prompts":[{"prompt":"A lighthouse at night","count":12}]}""");
        app.MapGet("/api/prompts/search", SearchAsync).WithSummary("Finds up to 50 prompts that contain a text")
            .WithParameters(new ApiParameter("q", "A part of a prompt, 2 characters at least.", "lighthouse") { IsRequired = true })
            .ProducesJson<PromptSearchResultsJson>(
                """{"query":"lighthouse","prompts":[{"prompt":"A lighthouse at night","count":12}],"count":1}""")
                .ProducesInvalidParameter();
        app.MapGet("/api/videos/by-prompt", FindByPromptAsync).WithSummary("Finds stacks with a video that was made from a prompt")
            .WithParameters(new ApiParameter("prompt", "The prompt, or a part of it; 2 characters at least.",
                "A lighthouse at night")
            { IsRequired = true },
                new("exact", "Whether it is the whole prompt.", "false") { Values = ["true", "false"] }, ApiParameter.Limit(DefaultLimit, MaxLimit))
            .ProducesJson<PostsByPromptJson>(
                $$"""{"prompt":"A lighthouse at night","exact_match":false,"posts":{{ApiExamples.Families}},"count":1,"total":1}""")
                .ProducesInvalidParameter();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, RefreshPrompts refresh, ReadPrompts prompts, CountPrompts counts,
        CancellationToken ct)
    {
        var problems = new Dictionary<string, string[]>();
        var limit = ReadLimit(request, problems);
        var sort = request.Query["sort"].LastOrDefault() is { Length: > 0 } sortName ? PromptSort.Find(sortName) : PromptSort.Usage;
        if (sort is null) problems["sort"] = [$"“sort” must be one of {string.Join(", ", PromptSort.All.Select(option => option.Name))}."];
        if (problems.Count > 0) return ApiQuery.InvalidParameters(problems);
        var state = await refresh.RefreshAsync(ct);
        var query = PromptQuery.Everything with { Show = PromptFilter.Used, Sort = sort! };
        var page = await prompts.ReadPageAsync(query, null, ct, limit);
        return ApiJson.ToResult(new PromptsJson([.. page.Entries.Select(PromptJson.From)],
            await counts.CountMatchingAsync(query, state, ct)));
    }

    private static async Task<IResult> StatsAsync(RefreshPrompts refresh, ReadPrompts prompts, CountPrompts counts, CountFacets facets,
        TimeProvider clock, CancellationToken ct)
    {
        var state = await refresh.RefreshAsync(ct);
        var kinds = await counts.CountKindsAsync(state, ct);
        var modes = (await facets.CountAsync(LibraryQuery.Everything(clock.GetUtcNow()).WithUnit(ListUnit.Post), ct)).Values[ModeFacet]
            .Where(value => value.Value != "none").ToList();
        int CountPosts(string mode) =>
            modes.Where(value => value.Value.Equals(mode, StringComparison.OrdinalIgnoreCase)).Sum(value => value.Count);
        var total = modes.Sum(value => value.Count);
        var mostUsed = await prompts.ReadPageAsync(PromptQuery.Everything with { Show = PromptFilter.Used }, null, ct, MostUsedCount);
        return ApiJson.ToResult(new PromptStatsJson(
            kinds.Used, kinds.Custom, kinds.OfRoots, CountPosts("custom"), CountPosts("normal"), total == 0 ? 0
            : Math.Round(100.0 * CountPosts("custom") / total, 2),
            [.. mostUsed.Entries.Select(entry => new PromptUsageJson(entry.Text, entry.Uses))]));
    }

    private static async Task<IResult> SearchAsync(HttpRequest request, RefreshPrompts refresh, ReadPrompts prompts, CancellationToken ct)
    {
        var text = request.Query["q"].ToString();
        if (text.Trim().Length < MinLength) return TooShort("q");
        await refresh.RefreshAsync(ct);
        var matches = await prompts.FindContainingAsync(text.Trim(), MaxSearchResults, ct);
        return ApiJson.ToResult(new PromptSearchResultsJson(text, [.. matches.Select(entry => new PromptUsageJson(entry.Text, entry.Uses))],
            matches.Count));
    }

    private static async Task<IResult> FindByPromptAsync(HttpRequest request, RefreshPrompts refresh, ReadPrompts prompts,
        FindFamiliesByPrompt families, MediaPostReader media, CancellationToken ct)
    {
        var (text, problems) = (request.Query["prompt"].ToString(), new Dictionary<string, string[]>());
        if (text.Trim().Length < MinLength) return TooShort("prompt");
        var limit = ReadLimit(request, problems);
        if (ReadExact(request) is not { } isExact) problems["exact"] = ["“exact” must be true or false."];
        else if (problems.Count == 0)
        {
            await refresh.RefreshAsync(ct);
            var keys = isExact ? PromptKey.Compute(text) is { } key ? [key] : []
                : (await prompts.FindContainingAsync(text.Trim(), MaxMatches, ct)).Select(entry => entry.Key);
            var (roots, total) = await families.FindAsync(keys, limit, ct);
            var posts = await media.ReadFamiliesAsync(roots, request.PathBase, ct);
            return ApiJson.ToResult(new { Prompt = text, ExactMatch = isExact, Posts = posts, posts.Count, Total = total });
        }
        return ApiQuery.InvalidParameters(problems);
    }

    private static int ReadLimit(HttpRequest request, Dictionary<string, string[]> problems)
    {
        if (request.Query["limit"].LastOrDefault() is not { Length: > 0 } text) return DefaultLimit;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit)
            return limit;
        problems["limit"] = [$"“limit” is a whole number from 1 to {MaxLimit}."];
        return DefaultLimit;
    }

    private static bool? ReadExact(HttpRequest request) => request.Query["exact"].LastOrDefault()?.ToLowerInvariant() switch
    {
        null or "" or "false" or "0" => false,
        "true" or "1" => true,
        _ => null,
    };

    private static IResult TooShort(string name) =>
        ApiQuery.InvalidParameters(new Dictionary<string, string[]> { [name] = [$"“{name}” must have at least {MinLength} characters."] });
}
