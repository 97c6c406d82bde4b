using System.Diagnostics.CodeAnalysis;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Reads the library query from a request's URL.</summary>
internal static class ApiQuery
{
    /// <summary>
    /// Reads the query. Pages ignore invalid parameters and show a message, but the API rejects them, because a program would mistake the
    /// remaining query for the requested one.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The current time, for relative dates.</param>
    /// <param name="query">The query.</param>
    /// <param name="problem">The error response if a parameter is invalid.</param>
    /// <param name="more">Validates more of the request, given the query.</param>
    public static bool TryRead(
        HttpRequest request, DateTimeOffset now, out LibraryQuery query, [NotNullWhen(false)] out IResult? problem,
        Func<LibraryQuery, IEnumerable<ParameterMessage>>? more = null)
    {
        var pairs = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))).ToList();
        (query, var messages) = LibraryQuery.Parse(pairs, now, TimeZones.FindById(TimeZoneCookie.ReadName(request)));
        var problems = StrictQueryParser.GetProblems(query, messages).Concat(more?.Invoke(query) ?? []).ToList();
        problem = problems.Count == 0 ? null : InvalidParameters(problems);
        return problem is null;
    }

    /// <summary>
    /// Returns whether no part of a search's text could be parsed. Clients of other APIs then get no results instead of the whole library.
    /// </summary>
    public static bool IsUnparsable(LibraryQuery query) => query.Search.Canonical.Length == 0 && query.Search.Text.Trim().Length > 0;

    /// <summary>422: invalid query parameters.</summary>
    public static IResult InvalidParameters(IReadOnlyCollection<ParameterMessage> problems) =>
        InvalidParameters(problems.GroupBy(problem => problem.Parameter, problem => problem.Text)
            .ToDictionary(field => field.Key, field => field.Distinct().ToArray()));

    /// <summary>422: invalid query parameters, with reasons by parameter.</summary>
    public static IResult InvalidParameters(IReadOnlyDictionary<string, string[]> problems) =>
        ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_parameter",
            string.Join(" ", problems.Values.SelectMany(reasons => reasons)), problems);
}
