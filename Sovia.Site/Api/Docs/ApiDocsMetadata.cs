namespace Sovia.Api.Docs;

/// <summary>The query parameters of a route, for the API's documentation.</summary>
/// <param name="All">The parameters.</param>
internal sealed record ApiParameters(IReadOnlyList<ApiParameter> All);

/// <summary>The request body of a route, for the API's documentation.</summary>
/// <param name="Type">The type of its schema.</param>
/// <param name="Example">An example in JSON.</param>
internal sealed record ApiRequestBody(Type Type, string Example);

/// <summary>An example response of a route, for the API's documentation.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Example">The response in JSON, or in its own format if it is not JSON.</param>
internal sealed record ApiExample(int Status, string Example);

/// <summary>An error response, as defined by RFC 9457.</summary>
/// <param name="Type">A URL that documents the status.</param>
/// <param name="Title">The name of the status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">A sentence that explains the error.</param>
/// <param name="Code">A stable error code for programs.</param>
/// <param name="Errors">Reasons by parameter or field, if known.</param>
internal sealed record ApiError(string? Type, string? Title, int Status, string? Detail, string Code,
    IReadOnlyDictionary<string, string[]>? Errors);
