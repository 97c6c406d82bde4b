using Sovia.Curation;

namespace Sovia.Api;

/// <summary>Error responses of the API, with a sentence for people and a stable code for programs.</summary>
internal static class ApiProblem
{
    /// <summary>404: the post is not in the library.</summary>
    public static IResult PostNotFound() => Create(StatusCodes.Status404NotFound, "post_not_found", "No post has this ID.");

    /// <summary>404: there is no such batch.</summary>
    public static IResult BatchNotFound() => Create(StatusCodes.Status404NotFound, "batch_not_found", "No batch has this ID.");

    /// <summary>400: the body is not JSON of the expected shape.</summary>
    public static IResult InvalidBody(string reason) => Create(StatusCodes.Status400BadRequest, "body_unreadable", reason);

    /// <summary>422: the problems of a change, by field.</summary>
    public static IResult InvalidChange(IEnumerable<ChangeProblem> problems)
    {
        var errors = problems.GroupBy(problem => problem.Field, problem => problem.Reason)
            .ToDictionary(field => field.Key, field => field.Distinct().ToArray());
        return Create(StatusCodes.Status422UnprocessableEntity, "invalid_change",
            string.Join(" ", errors.Values.SelectMany(reasons => reasons).Distinct()), errors);
    }

    /// <summary>Creates an error response.</summary>
    public static IResult Create(int status, string code, string reason, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (errors is not null) extensions["errors"] = errors;
        return Results.Problem(reason, statusCode: status, extensions: extensions);
    }
}
