using System.Collections.Frozen;
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
    private const int DefaultLimit = 20, MaxLimit = 200, MaxPages = 50_000;

    // Danbooru's metatags that have no meaning here, apart from those that this class translates.
    private static readonly FrozenSet<string> OtherMetatags = new[]
    {
        "age", "appeals", "approver", "commenter", "commentary", "comm", "child", "disapproved", "downvote", "embedded", "fav", "favcount",
        "favgroup", "filesize", "filetype", "flagger", "gentags", "height", "limit", "locked", "md5", "mpixels", "noter", "ordfav",
        "ordfavgroup", "ordpool", "parent", "pixiv_id", "pool", "ratio", "reacted", "score", "search", "source", "status", "tagcount",
        "upvote", "user", "width",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly ApiParameter TagsParameter = new("tags", "Tags and words, separated by spaces; ~ before several: any of them.", "lighthouse -night"),
        PageParameter = new("page", "The page, from 1.", "1") { IsNumber = true };

    /// <summary>Maps <c>/posts.json</c>, <c>/tags.json</c> and <c>/counts/posts.json</c>.</summary>
    public static void MapDanbooru(this IEndpointRouteBuilder app)
    {
        app.MapGet("/posts.json", ListPostsAsync).AddEndpointFilter<ETagFilter>().WithSummary("Lists posts in Danbooru's format")
            .WithParameters(TagsParameter, PageParameter, ApiParameter.Limit(DefaultLimit, MaxLimit))
            .ProducesJson<IReadOnlyList<DanbooruPost>>(ApiExamples.Danbooru).ProducesInvalidParameter();
        app.MapGet("/tags.json", ListTagsAsync).AddEndpointFilter<ETagFilter>().WithSummary("Lists tags in Danbooru's format")
            .WithParameters(new ApiParameter("search[name_matches]", "A pattern with *.", "light*"), PageParameter,
                ApiParameter.Limit(DefaultLimit, 1_000))
            .ProducesJson<IReadOnlyList<DanbooruTag>>(
                """[{"id":4503599627370497,"name":"lighthouse","post_count":214,"category":0,"is_deprecated":false}]""")
                .ProducesInvalidParameter();
        app.MapGet("/counts/posts.json", CountAsync).AddEndpointFilter<ETagFilter>().WithSummary("Counts posts in Danbooru's format")
            .WithParameters(TagsParameter).ProducesJson<DanbooruCounts>("""{"counts":{"posts":1234}}""");
    }

    private static async Task<IResult> ListPostsAsync(
        HttpRequest request, TagUsageReader usage, CountFacets facets, BrowseLibrary library, ReadAnnotatedPosts posts, TimeProvider clock,
        CancellationToken ct)
    {
        if (!TryRead(request, "limit", DefaultLimit, 0, MaxLimit, out var limit) || !TryRead(request, "page", 1, 1, MaxPages, out var page))
            return InvalidPaging();
        if (limit == 0) return ApiJson.ToResult(Array.Empty<DanbooruPost>());
        var query = await GetQueryAsync(request, usage, facets, clock, ct);
        if (ApiQuery.IsUnparsable(query)) return ApiJson.ToResult(Array.Empty<DanbooruPost>());
        var list = ResolvedQuery.From(query);
        var skipCount = (page - 1) * limit;
        var after = skipCount == 0 ? null : await library.FindCursorAtAsync(list, skipCount - 1, ct);
        if (skipCount > 0 && after is null) return ApiJson.ToResult(Array.Empty<DanbooruPost>());
        var cursors = await library.ReadCursorsAsync(list, after, limit, ct);
        var results = await posts.ReadAsync(list, cursors.Select(cursor => cursor.Id), ct);
        return ApiJson.ToResult(results.Select(post => DanbooruPost.From(post, $"{request.Scheme}://{request.Host}{request.PathBase}")));
    }

    private static async Task<IResult> CountAsync(
        HttpRequest request, TagUsageReader usage, CountFacets facets, CountMatches counts, TimeProvider clock, CancellationToken ct)
    {
        var query = await GetQueryAsync(request, usage, facets, clock, ct);
        var count = ApiQuery.IsUnparsable(query) ? 0 : await counts.CountAsync(ResolvedQuery.From(query), ct);
        return ApiJson.ToResult(new DanbooruCounts(new(count)));
    }

    private static async Task<IResult> ListTagsAsync(HttpRequest request, TagUsageReader usage, CancellationToken ct)
    {
        if (!TryRead(request, "limit", DefaultLimit, 0, 1_000, out var limit) || !TryRead(request, "page", 1, 1, MaxPages, out var page))
            return InvalidPaging();
        var pattern = request.Query["search[name_matches]"].ToString() is { Length: > 0 } nameMatches ? nameMatches
            : request.Query["search[name]"].ToString();
        var tags = (await usage.ReadAllAsync(ct)).Where(tag => pattern.Length == 0 || Matches(DanbooruPost.FormatTag(tag.Name), pattern));
        if (request.Query["search[order]"] == "name") tags = tags.OrderBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase);
        return ApiJson.ToResult(tags.Skip((page - 1) * limit).Take(limit)
            .Select(tag => new DanbooruTag(DanbooruPost.ToNumericId(HashToGuid(tag.Key)), DanbooruPost.FormatTag(tag.Name), tag.Count, 0,
                false)));
    }

    // Replaces words that are tags by a search for the tag. Ignores Danbooru's own metatags, because its clients cannot show an error.
    private static async Task<LibraryQuery> GetQueryAsync(HttpRequest request, TagUsageReader usage, CountFacets facets, TimeProvider clock,
        CancellationToken ct)
    {
        var tags = (await usage.ReadAllAsync(ct)).ToLookup(tag => DanbooruPost.FormatTag(tag.Name), tag => tag.Name,
            StringComparer.OrdinalIgnoreCase);
        var isShuffled = false;
        var (words, alternatives) = (new List<string>(), new List<string>());
        foreach (var word in request.Query["tags"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var (sign, name) = word[0] is '-' ? ("-", word[1..]) : ("", word.TrimStart('~'));
            var target = word[0] is '~' ? alternatives : words;
            if (name.StartsWith("order:", StringComparison.OrdinalIgnoreCase))
                isShuffled |= name.Equals("order:random", StringComparison.OrdinalIgnoreCase);
            else if (tags[name].ToList() is { Count: > 0 } tagNames)
                target.Add($"{sign}tag:{string.Join(',', tagNames.Select(Quote))}");
            else if (name is "video" or "animated") target.Add($"{sign}type:video");
            else if (await FindFieldTermAsync(name, facets, clock, ct) is { } fieldTerm) target.Add($"{sign}{fieldTerm}");
            else if (IsSafe(name) is { } isSafe) target.Add(isSafe == (sign.Length == 0) ? "-is:restricted" : "is:restricted");
            else if (!IsDanbooruOnly(name)) target.Add($"{sign}{name}");
        }
        if (alternatives.Count > 0) words.Add($"({string.Join(" or ", alternatives)})");
        var query = LibraryQuery.Everything(clock.GetUtcNow(), TimeZones.FindById(TimeZoneCookie.ReadName(request))).WithUnit(ListUnit.Post)
            .WithSearch(string.Join(' ', words));
        return isShuffled ? query.WithSort(SortBy.Random, 1) : query;
    }

    // The API presents a post's model and mode as tags.
    private static async Task<string?> FindFieldTermAsync(string name, CountFacets facets, TimeProvider clock, CancellationToken ct)
    {
        var values = (await facets.CountAsync(LibraryQuery.Everything(clock.GetUtcNow()).WithUnit(ListUnit.Post), ct)).Values;
        foreach (var facet in (Facet[])[Facet.Find("model")!, Facet.Find("mode")!])
            if (values[facet].FirstOrDefault(value => value.Value != "none" && DanbooruPost.FormatTag(facet.GetName(value.Value))
                .Equals(name, StringComparison.OrdinalIgnoreCase)) is { Count: > 0 } match)
                return $"{facet.Parameter}:{Quote(facet.GetName(match.Value))}";
        return null;
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Null if the name is not a Danbooru rating.
    private static bool? IsSafe(string name) => name.ToLowerInvariant() switch
    {
        "rating:g" or "rating:s" or "rating:general" or "rating:safe" or "rating:sensitive" => true,
        "rating:q" or "rating:e" or "rating:questionable" or "rating:explicit" => false,
        _ => null,
    };

    private static bool IsDanbooruOnly(string name) =>
        name.Length == 0 || (name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && OtherMetatags.Contains(name[..colon]))
        || (name.StartsWith("rating:", StringComparison.OrdinalIgnoreCase) && !name.AsSpan(7).ContainsAnyInRange('0', '9'));

    private static bool Matches(string name, string pattern) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal), name, ignoreCase: true);

    private static Guid HashToGuid(string key) => new(System.IO.Hashing.XxHash128.Hash(System.Text.Encoding.UTF8.GetBytes(key)));

    private static bool TryRead(HttpRequest request, string name, int defaultValue, int min, int max, out int number)
    {
        number = defaultValue;
        if (request.Query[name].LastOrDefault() is not { Length: > 0 } text) return true;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= min && number <= max;
    }

    private static IResult InvalidPaging() =>
        ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_parameter",
            string.Create(CultureInfo.InvariantCulture,
                $"“page” must be a whole number from 1 to {MaxPages}, “limit” one from 0 to {MaxLimit} (1,000 for tags)."));
}
