using Sovia.Collections;

namespace Sovia.Pages.Collections;

/// <summary>The form fields of a collection.</summary>
/// <param name="Collection">The values of the fields.</param>
/// <param name="IsNew">Whether the form creates a collection.</param>
/// <param name="Parents">The possible parent collections, with their paths.</param>
/// <param name="Problems">The validation errors.</param>
public sealed record CollectionForm(Collection Collection, bool IsNew, IReadOnlyList<(Guid Id, string Path)> Parents,
    IReadOnlyList<CollectionProblem> Problems)
{
    /// <summary>Comma-separated ids of posts to add once the collection is created; empty for none.</summary>
    public string Ids { get; init; } = "";

    /// <summary>The URL that the form posts to.</summary>
    public string Action => IsNew ? "/collections/new" : $"/collections/{Collection.Id}/edit";

    /// <summary>The parameters that open the search of the form in the builder; empty without a search.</summary>
    public string BuildParameters => Collection.Query is not { Length: > 0 } query ? ""
        : $"?query={Uri.EscapeDataString(query)}{(IsNew ? "" : $"&of={Collection.Id}")}";

    /// <summary>Returns the validation error of a field, for <c>aria-describedby</c>; null if there is none.</summary>
    public string? GetProblem(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    /// <summary>An empty collection.</summary>
    public static Collection Blank => new() { Id = default, Name = "", CreatedAt = default, UpdatedAt = default };

    /// <summary>Returns the possible parents of a collection: all except itself and its descendants.</summary>
    public static IReadOnlyList<(Guid Id, string Path)> GetParents(CollectionTree tree, Guid id) =>
        [.. tree.All.Where(c => id == default || !tree.IsWithin(c.Id, id)).Select(c => (c.Id, tree.GetPath(c)))];

    /// <summary>Parses a submitted form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="before">The current collection, or a blank one for a new collection.</param>
    public static Collection Parse(IFormCollection form, Collection before)
    {
        var isSmart = before.Id == default ? form["kind"] == "smart" : before.IsSmart;
        return before with
        {
            Name = form["name"].ToString(),
            Description = form["description"].ToString() is { Length: > 0 } description ? description : null,
            Notes = form["notes"].ToString() is { Length: > 0 } notes ? notes : null,
            ParentId = Guid.TryParse(form["parent"], out var parentId) ? parentId : null,
            Query = isSmart ? form["query"].ToString() : null,
            Locked = form["locked"] == "true",
        };
    }
}
