using Sovia.Downloads;
using Sovia.Downloads.Lists;
using Sovia.Library;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Maps <c>/media/lists/{format}</c>: the missing files as a list for a download program.</summary>
public static class DownloadListEndpoints
{
    /// <summary>Maps the download lists.</summary>
    public static IEndpointRouteBuilder MapDownloadLists(this IEndpointRouteBuilder app)
    {
        app.MapGet("/media/lists/{format}", SendAsync);
        return app;
    }

    private static async Task<IResult> SendAsync(
        string format, string? scope, string? id, string? access, string? kind, string[]? role,
        IEnumerable<IDownloadListFormat> formats, FindMissingFiles find, WriteDownloadList write, TimeProvider clock, HttpContext http,
        CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (formats.FirstOrDefault(f => f.Name == format) is not { } listFormat)
            return Results.Problem($"Unknown list format. Use {string.Join(", ", formats.Select(f => f.Name))}.", statusCode: 404);
        var problems = new Dictionary<string, string[]>();
        var pairs = http.Request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        var (query, messages) = LibraryQuery.Parse(pairs, clock.GetUtcNow(), TimeZones.FindById(TimeZoneCookie.ReadName(http.Request)));
        var request = new DownloadRequest
        {
            List = ResolvedQuery.From(query),
            Scope = ParseEnum(problems, "scope", scope, DownloadScope.All),
            Id = Guid.TryParse(id, out var postId) ? postId : null,
            Access = ParseEnum(problems, "access", access, HostAccess.Public),
            Kind = string.IsNullOrEmpty(kind) ? null : ParseEnum(problems, "kind", kind, MediaKind.Image, except: MediaKind.Unknown),
            Roles = role is not { Length: > 0 } ? DownloadRequest.DefaultRoles
            : [.. role.Select(value => ParseEnum(problems, "role", value, DownloadRole.Media))],
        };
        if (request.Scope is not (DownloadScope.All or DownloadScope.Query) && request.Id is null)
            problems["id"] = ["Give the ID of a post or an import."];
        // Ignoring an invalid filter, as pages do, could select the whole library.
        if (request.Scope == DownloadScope.Query && StrictQueryParser.GetProblems(query, messages).Select(problem => problem.Text)
            .ToArray() is { Length: > 0 } queryErrors) problems["query"] = queryErrors;
        if (problems.Count > 0) return Results.ValidationProblem(problems);
        if (!await find.PostExistsAsync(request, ct)) return Results.Problem("No post has this ID.", statusCode: 404);
        return Results.Stream(stream => write.RunAsync(stream, listFormat, request, ct), listFormat.ContentType,
            CreateFileName(listFormat, request, clock.GetUtcNow()));
    }

    private static T ParseEnum<T>(Dictionary<string, string[]> problems, string name, string? value, T defaultValue,
        T? except = null) where T : struct,
        Enum
    {
        if (string.IsNullOrEmpty(value)) return defaultValue;
        var values = Enum.GetValues<T>().Where(v => !v.Equals(except)).ToDictionary(v => v.ToString().ToLowerInvariant());
        if (values.TryGetValue(value, out var parsed)) return parsed;
        problems[name] = [$"Use one of {string.Join(", ", values.Keys)}."];
        return defaultValue;
    }

    private static string CreateFileName(IDownloadListFormat format, DownloadRequest request, DateTimeOffset now)
    {
        var scopeName = request.Scope == DownloadScope.All ? "missing" : request.Scope == DownloadScope.Query ? "some"
            : $"{request.Scope}-{request.Id!.Value.ToString("N")[..8]}";
        return $"sovia-{scopeName}{(request.Kind is { } kind ? $"-{kind}s" : "")}-{request.Access}-{now:yyyy-MM-dd}{format.Extension}"
            .ToLowerInvariant();
    }
}
