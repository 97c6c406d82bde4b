using System.Globalization;
using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Maps a read-only subset of Danbooru's API, for phone apps that support no other.</summary>
public static class DanbooruEndpoints
{
    private const int Default = 20, Max = 200, MaxPages = 50_000;

    private static readonly ApiParameter Tags = new("tags", "Tags and words, separated by spaces.", "lighthouse -night"),
        Page = new("page", "The page, from 1.", "1") { IsNumber = true };

    /// <summary>Maps <c>/posts.json</c>, <c>/tags.json</c> and <c>/counts/posts.json</c>.</summary>
    public static void MapDanbooru(this IEndpointRouteBuilder app)
    {
        app.MapGet("/posts.json", PostsAsync).AddEndpointFilter<ETagFilter>().WithSummary("Lists posts in Danbooru's format")
            .WithParameters(Tags, Page, ApiParameter.Limit(Default, Max))
            .ProducesJson<IReadOnlyList<DanbooruPost>>(ApiExamples.Danbooru).ProducesInvalidParameter();
        app.MapGet("/tags.json", TagsAsync).AddEndpointFilter<ETagFilter>().WithSummary("Lists tags in Danbooru's format")
            .WithParameters(new ApiParameter("search[name_matches]", "A pattern with *.", "light*"), Page,
                ApiParameter.Limit(Default, 1_000))
            .ProducesJson<IReadOnlyList<DanbooruTag>>(
                """[{"id":4503599627370497,"name":"lighthouse","post_count":214,"category":0,"is_deprecated":false}]""")
                .ProducesInvalidParameter();
        app.MapGet("/counts/posts.json", CountAsync).AddEndpointFilter<ETagFilter>().WithSummary("Counts posts in Danbooru's format")
            .WithParameters(Tags).ProducesJson<DanbooruCounts>("""{"counts":{"posts":1234}}""");
    }

    private static async Task<IResult> PostsAsync(
        HttpRequest request, TagUsageReader known, CountFacets facets, BrowseLibrary library, ReadAnnotatedPosts posts, TimeProvider clock,
        CancellationToken ct)
    {
        if (!TryNumber(request, "limit", Default, 0, Max, out var limit) || !TryNumber(request, "page", 1, 1, MaxPages, out var page))
            return Wrong();
        if (limit == 0) return ApiJson.ToResult(Array.Empty<DanbooruPost>());
        var query = await QueryAsync(request, known, facets, clock, ct);
        if (ApiQuery.IsUnparsable(query)) return ApiJson.ToResult(Array.Empty<DanbooruPost>());
        var list = ResolvedQuery.From(query);
        var skipped = (page - 1) * limit;
        var after = skipped == 0 ? null : await library.FindCursorAtAsync(list, skipped - 1, ct);
        if (skipped > 0 && after is null) return ApiJson.ToResult(Array.Empty<DanbooruPost>());
        var places = await library.ReadCursorsAsync(list, after, limit, ct);
        var found = await posts.ReadAsync(list, places.Select(place => place.Id), ct);
        return ApiJson.ToResult(found.Select(post => DanbooruPost.From(post, $"{request.Scheme}://{request.Host}{request.PathBase}")));
    }

    private static async Task<IResult> CountAsync(
        HttpRequest request, TagUsageReader known, CountFacets facets, CountMatches counts, TimeProvider clock, CancellationToken ct)
    {
        var query = await QueryAsync(request, known, facets, clock, ct);
        var count = ApiQuery.IsUnparsable(query) ? 0 : await counts.CountAsync(ResolvedQuery.From(query), ct);
        return ApiJson.ToResult(new DanbooruCounts(new(count)));
    }

    private static async Task<IResult> TagsAsync(HttpRequest request, TagUsageReader known, CancellationToken ct)
    {
        if (!TryNumber(request, "limit", Default, 0, 1_000, out var limit) || !TryNumber(request, "page", 1, 1, MaxPages, out var page))
            return Wrong();
        var pattern = request.Query["search[name_matches]"].ToString() is { Length: > 0 } matches ? matches
            : request.Query["search[name]"].ToString();
        var tags = (await known.ReadAllAsync(ct)).Where(tag => pattern.Length == 0 || Matches(DanbooruPost.FormatTag(tag.Name), pattern));
        if (request.Query["search[order]"] == "name") tags = tags.OrderBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase);
        return ApiJson.ToResult(tags.Skip((page - 1) * limit).Take(limit)
            .Select(tag => new DanbooruTag(DanbooruPost.ToNumericId(GetGuid(tag.Key)), DanbooruPost.FormatTag(tag.Name), tag.Count, 0,
                false)));
    }

    // Words that are tags match the tag. Danbooru's own metatags are ignored, because its clients cannot show an error.
    private static async Task<LibraryQuery> QueryAsync(HttpRequest request, TagUsageReader known, CountFacets facets, TimeProvider clock,
        CancellationToken ct)
    {
        var tags = (await known.ReadAllAsync(ct)).ToLookup(tag => DanbooruPost.FormatTag(tag.Name), tag => tag.Name,
            StringComparer.OrdinalIgnoreCase);
        var isShuffled = false;
        var words = new List<string>();
        foreach (var word in request.Query["tags"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var (sign, name) = word[0] is '-' ? ("-", word[1..]) : ("", word.TrimStart('~'));
            if (name.StartsWith("order:", StringComparison.OrdinalIgnoreCase))
                isShuffled |= name.Equals("order:random", StringComparison.OrdinalIgnoreCase);
            else if (tags[name].ToList() is { Count: > 0 } named) words.Add($"{sign}tag:{string.Join(',', named.Select(Quoted))}");
            else if (name is "video" or "animated") words.Add($"{sign}type:video");
            else if (await MetaAsync(name, facets, clock, ct) is { } meta) words.Add($"{sign}{meta}");
            else if (IsSafe(name) is { } isSafe) words.Add(isSafe == (sign.Length == 0) ? "-is:restricted" : "is:restricted");
            else if (!IsDanbooruOnly(name)) words.Add(word);
        }
        var query = LibraryQuery.Everything(clock.GetUtcNow(), TimeZones.FindById(TimeZoneCookie.ReadName(request))).WithUnit(ListUnit.Post)
            .WithSearch(string.Join(' ', words));
        return isShuffled ? query.WithSort(SortBy.Random, 1) : query;
    }

    // The API presents a post's model and mode as tags.
    private static async Task<string?> MetaAsync(string name, CountFacets facets, TimeProvider clock, CancellationToken ct)
    {
        var values = (await facets.CountAsync(LibraryQuery.Everything(clock.GetUtcNow()).WithUnit(ListUnit.Post), ct)).Values;
        foreach (var facet in (Facet[])[Facet.Find("model")!, Facet.Find("mode")!])
            if (values[facet].FirstOrDefault(value => value.Value != "none" && DanbooruPost.FormatTag(facet.GetName(value.Value))
                .Equals(name, StringComparison.OrdinalIgnoreCase)) is { Count: > 0 } found)
                return $"{facet.Parameter}:{Quoted(facet.GetName(found.Value))}";
        return null;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Null if the name is not a Danbooru rating.
    private static bool? IsSafe(string name) => name.ToLowerInvariant() switch
    {
        "rating:g" or "rating:s" or "rating:general" or "rating:safe" or "rating:sensitive" => true,
        "rating:q" or "rating:e" or "rating:questionable" or "rating:explicit" => false,
        _ => null,
    };

    private static bool IsDanbooruOnly(string name) =>
        name.Length == 0 || name.StartsWith("status:", StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("rating:", StringComparison.OrdinalIgnoreCase) && !name.AsSpan(7).ContainsAnyInRange('0', '9'));

    private static bool Matches(string name, string pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal), name, ignoreCase: true);

    private static Guid GetGuid(string key) => new(System.IO.Hashing.XxHash128.Hash(System.Text.Encoding.UTF8.GetBytes(key)));

    private static bool TryNumber(HttpRequest request, string name, int usual, int least, int most, out int number)
    {
        number = usual;
        if (request.Query[name].LastOrDefault() is not { Length: > 0 } text) return true;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
    }

    private static IResult Wrong() =>
        ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_parameter",
            string.Create(CultureInfo.InvariantCulture,
                $"“page” must be a whole number from 1 to {MaxPages}, “limit” one from 0 to {Max} (1,000 for tags)."));
}
