namespace Sovia.Api.Docs;

/// <summary>A query parameter, for the API's documentation.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">A sentence.</param>
/// <param name="Example">A value as it appears in a URL.</param>
internal sealed record ApiParameter(string Name, string Description, string Example)
{
    /// <summary>Whether the value is an integer.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether the request is invalid without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The valid values; empty if there are too many to list.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The number of items to skip.</summary>
    public static readonly ApiParameter Skip = new("skip", "Number of items to skip.", "0") { IsNumber = true };

    /// <summary>The fields of each object to return.</summary>
    public static readonly ApiParameter Fields = new("fields", "Fields to return, separated by commas. Default: all.", "id,prompt");

    /// <summary>The maximum number of items to return.</summary>
    public static ApiParameter Limit(int defaultLimit, int maxLimit) =>
        new("limit", $"Number of items to return, at most {maxLimit}. Default: {defaultLimit}.", $"{defaultLimit}") { IsNumber = true };
}
