using Sovia.Library.Language;
using Sovia.Library.Search;

namespace Sovia.Collections;

/// <summary>Brings a collection into the form in which it is kept, or says what is wrong with it.</summary>
public static class CheckCollection
{
    // Longer than any that the filters and a search of the longest kind make.
    private const int QueryLength = 16_000;

    /// <summary>The collection as it may be kept, where there is no problem.</summary>
    /// <param name="asked">What it is to be.</param>
    /// <param name="tree">The collections of the library as they are.</param>
    public static (Collection Collection, IReadOnlyList<CollectionProblem> Problems) Of(Collection asked, CollectionTree tree)
    {
        var problems = new List<CollectionProblem>();
        var name = TagText.Of(asked.Name);
        if (name is null) problems.Add(new("name", $"A name has 1 to {TagText.Length} characters."));
        else if (name.Contains(CollectionTree.Slash, StringComparison.Ordinal)) problems.Add(new("name", "A name has no slash in it: a slash stands between the names of collections that lie in each other."));
        var description = asked.Description is null ? null : NoteText.Legible(asked.Description.ReplaceLineEndings("\n")).Trim();
        if (description?.Length > Collection.DescriptionLength) problems.Add(new("description", $"A description has at most {Collection.DescriptionLength:N0} characters, and this one has {description.Length:N0}."));
        var query = asked.Query?.TrimStart('?').Trim();
        if (query is not null) Check(query, asked, tree, problems);
        if (asked.LeftOut?.Count > Collection.MostLeftOut) problems.Add(new("left_out", $"At most {Collection.MostLeftOut:N0} posts are left out by hand; write a narrower search."));
        var collection = asked with { Name = name ?? asked.Name, Description = description is "" ? null : description, Query = query };
        if (collection.DeletedAt is not null) return (collection, []);
        CheckPlace(collection, tree, problems);
        return (collection, problems);
    }

    /// <summary>Whether another collection in the same place has the name.</summary>
    public static bool IsTaken(Collection collection, CollectionTree tree) =>
        tree.In(collection.ParentId).Any(other => other.Id != collection.Id && TagText.KeyOf(other.Name) == TagText.KeyOf(collection.Name));

    /// <summary>A name with a number behind it, no longer than a name may be.</summary>
    public static string Numbered(string name, int number) =>
        $" {number}" is var end && name.Length + end.Length > TagText.Length ? name[..(TagText.Length - end.Length)].TrimEnd() + end : name + end;

    private static void CheckPlace(Collection collection, CollectionTree tree, List<CollectionProblem> problems)
    {
        if (tree.Of(collection.Id) is null && tree.All.Length >= Collection.Most) problems.Add(new("name", $"A library has at most {Collection.Most:N0} collections."));
        if (collection.ParentId is { } id)
        {
            if (tree.Of(id) is not { } parent) problems.Add(new("parent_id", "The collection that it is to lie in does not exist."));
            else if (tree.IsWithin(id, collection.Id)) problems.Add(new("parent_id", "A collection cannot lie in itself, nor in one that lies in it."));
            else if (tree.DepthOf(parent) + 1 >= Collection.Deepest) problems.Add(new("parent_id", $"At most {Collection.Deepest} collections lie in each other."));
        }
        if (IsTaken(collection, tree)) problems.Add(new("name", $"A collection called “{collection.Name}” is there already."));
    }

    // What a page passes over with a message must not become the whole library here.
    private static void Check(string query, Collection asked, CollectionTree tree, List<CollectionProblem> problems)
    {
        if (query.Length > QueryLength)
        {
            problems.Add(new("query", $"A query has at most {QueryLength:N0} characters."));
            return;
        }
        using var named = NamedLists.Enter(tree);
        var (read, messages) = LibraryQuery.Parse(query, asked.UpdatedAt);
        if (messages.Select(message => message.Text).Concat(read.Search.Messages.Select(message => message.Text)).FirstOrDefault() is { } text) problems.Add(new("query", text));
        else if (QueryParameters.NamesLists(read) && ComesToItself(asked with { Query = query }, tree)) problems.Add(new("query", "A smart collection cannot name itself, nor one that names it or holds it."));
    }

    private static bool ComesToItself(Collection asked, CollectionTree tree)
    {
        var changed = new CollectionTree([.. tree.All.Where(one => one.Id != asked.Id), asked], "");
        using var named = NamedLists.Enter(changed);
        return changed.ComesToItself(asked);
    }
}
