namespace Sovia.Api.Docs;

/// <summary>A parameter in the query of an address, for the API's documentation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">A sentence.</param>
/// <param name="Example">A value, as it is written.</param>
internal sealed record ApiParameter(string Name, string Description, string Example)
{
    /// <summary>Whether it is a whole number.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether the address means nothing without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values that it can have; empty where there are too many to name.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How many families come before.</summary>
    public static readonly ApiParameter Skip = new("skip", "Number of items to skip.", "0") { IsNumber = true };

    /// <summary>Which parts of each object to give.</summary>
    public static readonly ApiParameter Fields = new("fields", "Fields to return, separated by commas. Default: all.", "id,prompt");

    /// <summary>How many items to give.</summary>
    public static ApiParameter Limit(int usual, int most) =>
        new("limit", $"Number of items to return, at most {most}. Default: {usual}.", $"{usual}") { IsNumber = true };
}
