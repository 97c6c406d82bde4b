using Sovia.Collections;

namespace Sovia.Pages.Collections;

/// <summary>The fields of a collection as a form shows and sends them.</summary>
/// <param name="Collection">What stands in the fields.</param>
/// <param name="IsNew">Whether it is to be made.</param>
/// <param name="Parents">The collections that it may lie in, with their paths.</param>
/// <param name="Problems">What is wrong with what was sent.</param>
public sealed record CollectionForm(Collection Collection, bool IsNew, IReadOnlyList<(Guid Id, string Path)> Parents,
    IReadOnlyList<CollectionProblem> Problems)
{
    /// <summary>Posts to put into it once it is made, with commas between their ids; empty for none.</summary>
    public string Ids { get; init; } = "";

    /// <summary>Where it is sent.</summary>
    public string Action => IsNew ? "/collections/new" : $"/collections/{Collection.Id}/edit";

    /// <summary>What is wrong with a field, for <c>aria-describedby</c>; null where nothing is.</summary>
    public string? GetProblem(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Text;

    /// <summary>A collection that says nothing yet.</summary>
    public static Collection Blank => new() { Id = default, Name = "", CreatedAt = default, UpdatedAt = default };

    /// <summary>The collections that one may lie in: all but itself and those in it.</summary>
    public static IReadOnlyList<(Guid Id, string Path)> GetParents(CollectionTree tree, Guid id) =>
        [.. tree.All.Where(one => id == default || !tree.IsWithin(one.Id, id)).Select(one => (one.Id, tree.GetPath(one)))];

    /// <summary>What a form says of a collection.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="before">The collection as it is; a blank one for a new one.</param>
    public static Collection Parse(IFormCollection form, Collection before)
    {
        var isSmart = before.Id == default ? form["kind"] == "smart" : before.IsSmart;
        return before with
        {
            Name = form["name"].ToString(),
            Description = form["description"].ToString() is { Length: > 0 } description ? description : null,
            Notes = form["notes"].ToString() is { Length: > 0 } notes ? notes : null,
            ParentId = Guid.TryParse(form["parent"], out var parent) ? parent : null,
            Query = isSmart ? form["query"].ToString() : null,
            Locked = form["locked"] == "true",
        };
    }
}
