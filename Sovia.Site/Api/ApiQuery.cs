using System.Diagnostics.CodeAnalysis;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Reads the query of a gallery address from a request.</summary>
internal static class ApiQuery
{
    /// <summary>
    /// Reads it. A page passes over what it does not understand and says so; a program would take the rest for the answer.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="now">The moment, for dates that depend on it.</param>
    /// <param name="query">The query.</param>
    /// <param name="problem">The answer where something of it is not understood.</param>
    /// <param name="more">Checks more of the request, with the query.</param>
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

    /// <summary>422: what is wrong with the parameters of an address.</summary>
    public static IResult InvalidParameters(IReadOnlyCollection<ParameterMessage> problems) =>
        InvalidParameters(problems.GroupBy(problem => problem.Parameter, problem => problem.Text)
            .ToDictionary(field => field.Key, field => field.Distinct().ToArray()));

    /// <summary>The same, by parameter.</summary>
    public static IResult InvalidParameters(IReadOnlyDictionary<string, string[]> problems) =>
        ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_parameter",
            string.Join(" ", problems.Values.SelectMany(reasons => reasons)), problems);
}
