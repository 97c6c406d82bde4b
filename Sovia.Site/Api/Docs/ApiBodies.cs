namespace Sovia.Api.Docs;

/// <summary>The parameters of a route, for the API's documentation.</summary>
/// <param name="All">The parameters.</param>
internal sealed record ApiParameters(IReadOnlyList<ApiParameter> All);

/// <summary>What a route takes as its body, for the API's documentation.</summary>
/// <param name="Type">The type whose schema it has.</param>
/// <param name="Example">JSON.</param>
internal sealed record ApiRequestBody(Type Type, string Example);

/// <summary>What a route answers, for the API's documentation.</summary>
/// <param name="Status">The status.</param>
/// <param name="Example">JSON, or another text where the answer is none.</param>
internal sealed record ApiExample(int Status, string Example);

/// <summary>An answer that says what is wrong, as RFC 9457 has it.</summary>
/// <param name="Type">An address about its status.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The status.</param>
/// <param name="Detail">What is wrong, in a sentence.</param>
/// <param name="Code">The same for programs; it stays as it is.</param>
/// <param name="Errors">What is wrong by parameter or field, where that can be told.</param>
internal sealed record ApiError(string? Type, string? Title, int Status, string? Detail, string Code,
    IReadOnlyDictionary<string, string[]>? Errors);
