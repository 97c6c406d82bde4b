using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Collections;

/// <summary>Normalises and validates a collection for storage.</summary>
public static class CollectionValidator
{
    // Sufficient for all filters and a search of maximum length.
    private const int MaxQueryLength = 16_000;

    /// <summary>Returns the normalised collection, which may be saved if there are no problems.</summary>
    /// <param name="requested">The requested collection.</param>
    /// <param name="before">The existing collection; null for a new one.</param>
    /// <param name="tree">The current collections of the library.</param>
    public static (Collection Collection, IReadOnlyList<CollectionProblem> Problems) Validate(Collection requested, Collection? before,
        CollectionTree tree)
    {
        var problems = new List<CollectionProblem>();
        var name = TagText.Normalize(requested.Name);
        if (name is null) problems.Add(new("name", $"A name must have 1 to {TagText.MaxLength} characters."));
        else if (name.Contains(CollectionTree.PathSeparator, StringComparison.Ordinal))
            problems.Add(new("name", "A name can't contain a slash. Slashes separate nested collections."));
        var (description, notes) = (NormalizeText(requested.Description), NormalizeText(requested.Notes));
        if (description?.Length > Collection.MaxDescriptionLength)
            problems.Add(
                new("description",
                    $"A description can have at most {Collection.MaxDescriptionLength:N0} characters. This one has {description.Length:N0}."));
        if (notes?.Length > Collection.MaxNotesLength)
            problems.Add(new("notes", $"Notes can have at most {Collection.MaxNotesLength:N0} characters. These have {notes.Length:N0}."));
        var query = requested.Query?.TrimStart('?').Trim();
        if (requested.LeftOut?.Count > Collection.MaxLeftOut)
            problems.Add(new("left_out", $"At most {Collection.MaxLeftOut:N0} items can be excluded by hand. Use a narrower search."));
        var collection = requested with { Name = name ?? requested.Name, Description = description, Notes = notes, Query = query };
        if (collection.DeletedAt is not null) return (collection, []);
        CheckParent(collection, tree, problems);
        // Only a changed query is checked. An unchanged one may name a collection that was deleted since, which must not prevent renaming
        // or restoring.
        if (query is not null && problems.Count == 0 && query != before?.Query) CheckQuery(collection, tree, problems);
        return (collection, problems);
    }

    /// <summary>Returns whether another collection with the same parent has the name.</summary>
    private static bool IsTaken(Collection collection, CollectionTree tree) =>
        tree.GetChildren(collection.ParentId).Any(other => other.Id != collection.Id
            && TagText.ToKey(other.Name) == TagText.ToKey(collection.Name));

    /// <summary>Returns the collection, with a number appended to its name if that is taken.</summary>
    public static Collection WithUniqueName(Collection collection, CollectionTree tree)
    {
        var unique = collection;
        for (var number = 2; IsTaken(unique, tree); number++) unique = unique with { Name = AppendNumber(collection.Name, number) };
        return unique;
    }

    // Cuts the name so that the result does not exceed the maximum length.
    private static string AppendNumber(string name, int number) =>
        $" {number}" is var end && name.Length + end.Length > TagText.MaxLength ? name[..(TagText.MaxLength - end.Length)].TrimEnd() + end
        : name + end;

    private static string? NormalizeText(string? text) =>
        text is not null && NoteText.ReplaceUnstorable(text.ReplaceLineEndings("\n")).Trim() is { Length: > 0 } clean ? clean : null;

    private static void CheckParent(Collection collection, CollectionTree tree, List<CollectionProblem> problems)
    {
        if (tree.FindById(collection.Id) is null && tree.All.Length >= Collection.MaxCount)
            problems.Add(new("name", $"A library can have at most {Collection.MaxCount:N0} collections."));
        if (collection.ParentId is { } id)
        {
            if (tree.FindById(id) is not { } parent) problems.Add(new("parent_id", "The parent collection does not exist."));
            else if (tree.IsWithin(id, collection.Id)) problems.Add(new("parent_id", "A collection can't be inside itself."));
            else if (tree.GetDepth(parent) + 1 >= Collection.MaxDepth)
                problems.Add(new("parent_id", $"Collections can be nested at most {Collection.MaxDepth} levels deep."));
        }
        if (IsTaken(collection, tree)) problems.Add(new("name", $"A collection called “{collection.Name}” already exists."));
    }

    // A page ignores invalid filters with a message, but here ignoring one would make the collection contain the whole library.
    private static void CheckQuery(Collection collection, CollectionTree tree, List<CollectionProblem> problems)
    {
        var query = collection.Query!;
        void AddProblem(string text) => problems.Add(new("query", text));
        if (query.Length > MaxQueryLength)
        {
            AddProblem($"A search can have at most {MaxQueryLength:N0} characters.");
            return;
        }
        var newTree = new CollectionTree([.. tree.All.Where(c => c.Id != collection.Id), collection], "");
        using var scope = NamedCollections.Use(tree);
        var (parsed, parseProblems) = StrictQueryParser.Parse(query, collection.UpdatedAt);
        if (!parseProblems.IsEmpty) AddProblem(parseProblems[0].Text);
        else if (parsed.IsUnfiltered) AddProblem("Enter a search or choose filters. Without them, the collection would contain the whole library.");
        else if (Term.RequestsUnlisted(parsed.Term)) AddProblem("A collection can't contain hidden or trashed items.");
        else if (SmartCollectionTerm.CountConditions(parsed.Term, SmartCollectionTerm.MaxConditions) > SmartCollectionTerm.MaxConditions)
            AddProblem("This search, with the collections it names, has too many conditions.");
        else if (QueryParameters.ReferencesCollections(parsed) && ReferencesItself(collection, newTree))
            AddProblem("A smart collection can't refer to itself, directly or through another collection.");
    }

    private static bool ReferencesItself(Collection collection, CollectionTree newTree)
    {
        using var scope = NamedCollections.Use(newTree);
        return newTree.IsCircular(collection);
    }
}
